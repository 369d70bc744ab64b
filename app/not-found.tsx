import { UnknownAddress } from "@/components/states/unknown-address";

/** For addresses under Next's own, which no page of ours answers. */
export default function NotFound() {
  return <UnknownAddress />;
}

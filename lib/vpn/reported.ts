import type { IkeConfig } from "@/lib/vpn/types";

/** A key is said to be missing only where the API has told of the rest. */
export function isReported({ psk, ...rest }: IkeConfig): boolean {
  return psk.configured || Object.values(rest).some((value) => value !== null);
}

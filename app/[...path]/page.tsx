import { notFound } from "next/navigation";
import { UnknownAddress } from "@/components/states/unknown-address";
import { pageUser } from "@/lib/server/auth/page-user";
import { noteOutcome } from "@/lib/server/runtime/request-context";

/** An ordinary page, since what `notFound()` renders arrives blank without JavaScript. */
export default async function UnknownPage({ params }: PageProps<"/[...path]">) {
  // What asks for a file that is not there has no use for a page; nor has a stranger to sign in for it.
  if ((await params).path[0] === "_next") notFound();
  await pageUser();
  noteOutcome("not_found");
  return <UnknownAddress />;
}

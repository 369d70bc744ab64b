import "server-only";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import type { DataRequest } from "@/lib/server/http/reply-with-data";
import { redirectTo } from "@/lib/server/http/redirect";
import { problemText, reply } from "@/lib/server/http/reply";
import { findEverywhere } from "@/lib/server/inventory/search-target";
import { answerOf } from "@/lib/vpn/initial-data";
import { readSearchText } from "@/lib/vpn/search-params-search";
import { hrefOfSearch } from "@/lib/vpn/search-target";

/** The header's search leads somewhere in any case: where nothing could be read, the list says so. */
export async function replyToSearch({ nextUrl }: Pick<DataRequest, "nextUrl">): Promise<Response> {
  // Outside the reply, which would make a problem of the way to sign in.
  const user = await pageUser();
  return reply(async () => {
    const text = readSearchText(nextUrl.searchParams);
    const found = text === "" ? null : answerOf(await initialData(findEverywhere(text, user)));
    return redirectTo(hrefOfSearch(text, found));
  }, problemText);
}

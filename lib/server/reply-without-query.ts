import "server-only";
import { currentReader } from "@/lib/server/access/current-reader";
import type { Reader } from "@/lib/server/access/reader";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";

/** The reply of an address that takes no search parameters: the first one that is given is named. */
export function replyWithoutQuery(
  request: { nextUrl: Pick<URL, "searchParams"> },
  read: (reader: Reader) => Promise<object>,
): Promise<Response> {
  return reply(async () => {
    const reader = await currentReader();
    const [parameter] = request.nextUrl.searchParams.keys();
    if (parameter !== undefined) throw new ParameterError(parameter, "unknown");
    return read(reader);
  });
}

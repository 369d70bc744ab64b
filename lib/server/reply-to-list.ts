import "server-only";
import { currentReader } from "@/lib/server/access/current-reader";
import type { Reader } from "@/lib/server/access/reader";
import { download } from "@/lib/server/download/download";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { readListParametersStrictly } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Read = (parameters: ListParameters, reader: Reader) => Promise<VpnConnectionList>;

/** The reply of an address that takes list parameters: a page of the list, or all of it as a file. */
export function replyToList(
  request: { nextUrl: Pick<URL, "searchParams"> },
  /** Null over all regions. */
  regionId: string | null,
  { page, all }: { page: Read; all: Read },
): Promise<Response> {
  return reply(async () => {
    const reader = await currentReader();
    const read = readListParametersStrictly(request.nextUrl.searchParams);
    if (!read.ok) throw new ParameterError(read.parameter, read.reason);
    if (read.format === null) return page(read.parameters, reader);
    return download(regionId, await all(read.parameters, reader), read.format);
  });
}

import "server-only";
import { currentUser } from "@/lib/server/auth/current-user";
import type { User } from "@/lib/server/auth/user";
import { download } from "@/lib/server/export/download";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { reply } from "@/lib/server/http/reply";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { readListParametersStrictly } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Read = (parameters: ListParameters, user: User) => Promise<VpnConnectionList>;

/** The reply of an address that takes list parameters: a page of the list, or all of it as a file. */
export function replyToList(
  request: { nextUrl: Pick<URL, "searchParams"> },
  /** Null over all regions. */
  regionId: string | null,
  { page, all }: { page: Read; all: Read },
): Promise<Response> {
  return reply(async () => {
    const user = await currentUser();
    const read = readListParametersStrictly(request.nextUrl.searchParams);
    if (!read.ok) throw new ParameterError(read.parameter, read.reason);
    if (read.format === null) return page(read.parameters, user);
    const list = await all(read.parameters, user);
    if (!(await startDownload())) return connectionClosed();
    return download(regionId, list, read.format);
  });
}

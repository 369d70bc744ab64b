import "server-only";
import type { User } from "@/lib/server/auth/user";
import { download } from "@/lib/server/export/download";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { rowsOf } from "@/lib/server/inventory/connection-rows";
import { withFindingMarks } from "@/lib/server/inventory/finding-marks";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { readAllRegionsList, readRegionList } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";

type ReadPage = (
  parameters: ListParameters,
  user: User,
  waitMs: number,
) => Promise<VpnConnectionList>;
type ReadAll = (parameters: ListParameters, user: User) => Promise<VpnConnectionList>;

/** The reply of an address that takes list parameters: a page of the list, or all of it as a file. */
export function replyToList(
  request: DataRequest,
  /** Null over all regions. */
  regionId: string | null,
  { page, all }: { page: ReadPage; all: ReadAll },
): Promise<Response> {
  const readStrictly = regionId === null ? readAllRegionsList : readRegionList;
  return replyWithData(
    request,
    readStrictly,
    async (user, { list, columns, format, waitSeconds }) => {
      if (format === null) {
        const answer = await page(list, user, waitSeconds * 1000);
        return columns === null ? answer : rowsOf(answer, columns);
      }
      const whole = await all(list, user);
      if (!(await startDownload())) return connectionClosed();
      // Who waits for a turn costs nothing but the list itself.
      return download(regionId, await withFindingMarks(whole, user), format, columns);
    },
  );
}

import "server-only";
import { toCsv } from "@/lib/server/export/csv";
import { isIncomplete, isOld } from "@/lib/server/export/flaws";
import { toJson } from "@/lib/server/export/json";
import { portionedStream } from "@/lib/server/export/portioned-stream";
import { requestContext } from "@/lib/server/runtime/request-context";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

const CONTENT_TYPE: Record<DownloadFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
};

/**
 * A whole list as a file to keep, named after where it is from and the day it was read (UTC), and
 * after what is wrong with it: a table has no other place to say so.
 */
export function download(regionId: string | null, list: VpnConnectionList, format: DownloadFormat) {
  const place = regionId ?? "all-regions";
  const day = new Date(list.fetchedAt).toISOString().slice(0, 10);
  const name = ["vpn-connections", place, day, ...flawsOf(list)].join("-");
  const portions = format === "csv" ? toCsv(list) : toJson(regionId, list);
  const request = requestContext();
  const body = portionedStream(portions, () => request?.response.destroy());
  return new Response(body, {
    headers: {
      "Content-Type": CONTENT_TYPE[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

function flawsOf(list: VpnConnectionList): string[] {
  return [...(isIncomplete(list) ? ["incomplete"] : []), ...(isOld(list) ? ["old"] : [])];
}

import "server-only";
import { toCsv } from "@/lib/server/export/csv";
import { guarded } from "@/lib/server/runtime/secret-guard";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { RegionState, VpnConnectionList } from "@/lib/vpn/types";

const CONTENT_TYPE: Record<DownloadFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
};

/**
 * A whole list as a file to keep, named after where it is from and the day it was read (UTC), and
 * after what is wrong with it: a table has no other place to say so.
 */
export function download(regionId: string | null, list: VpnConnectionList, format: DownloadFormat) {
  guarded(list);
  const place = regionId ?? "all-regions";
  const day = new Date(list.fetchedAt).toISOString().slice(0, 10);
  const name = ["vpn-connections", place, day, ...flawsOf(list)].join("-");
  return new Response(format === "csv" ? toCsv(list) : toJson(regionId, list), {
    headers: {
      "Content-Type": CONTENT_TYPE[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Regions that are missing, and data that is old. */
function flawsOf({ stale, regions = [] }: VpnConnectionList): string[] {
  const is = (state: RegionState["state"]) => regions.some((region) => region.state === state);
  const isOld = stale !== undefined || is("stale");
  return [...(is("failed") || is("loading") ? ["incomplete"] : []), ...(isOld ? ["old"] : [])];
}

function toJson(regionId: string | null, list: VpnConnectionList): string {
  const { fetchedAt, totalCount, counts, stale, regions, vpnConnections, unreadable } = list;
  const about = { regionId, fetchedAt, totalCount, counts, stale, regions };
  const file = { ...about, vpnConnections, unreadable };
  return `${JSON.stringify(file, null, 2)}\n`;
}

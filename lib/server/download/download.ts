import "server-only";
import { toCsv } from "@/lib/server/download/csv";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

const CONTENT_TYPE: Record<DownloadFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
};

/** A whole list as a file to keep, named after the region and the day it was read (UTC). */
export function download(regionId: string, list: VpnConnectionList, format: DownloadFormat) {
  const day = new Date(list.fetchedAt).toISOString().slice(0, 10);
  return new Response(format === "csv" ? toCsv(regionId, list) : toJson(regionId, list), {
    headers: {
      "Content-Type": CONTENT_TYPE[format],
      "Content-Disposition": `attachment; filename="vpn-connections-${regionId}-${day}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

function toJson(regionId: string, list: VpnConnectionList): string {
  const { fetchedAt, totalCount, counts, vpnConnections, unreadable } = list;
  const file = { regionId, fetchedAt, totalCount, counts, vpnConnections, unreadable };
  return `${JSON.stringify(file, null, 2)}\n`;
}

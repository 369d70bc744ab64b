import "server-only";
import { toCsv } from "@/lib/server/export/csv";
import { flawsOf } from "@/lib/server/export/flaws";
import { dayOf, fileOf, placeOf } from "@/lib/server/export/file";
import { toJson } from "@/lib/server/export/json";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

/**
 * A whole list as a file to keep, named after where it is from and the day it was read (UTC), and
 * after what is wrong with it: a table has no other place to say so.
 */
export function download(
  regionId: string | null,
  list: VpnConnectionList,
  format: DownloadFormat,
  /** Of a table; null is all there are. */
  columns: ConnectionColumn[] | null = null,
) {
  const portions = format === "csv" ? toCsv(list, columns) : toJson(regionId, list);
  const name = ["vpn-connections", placeOf(regionId), dayOf(list.fetchedAt), ...flawsOf(list)];
  return fileOf(name, format, portions);
}

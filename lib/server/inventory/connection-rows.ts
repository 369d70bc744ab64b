import "server-only";
import { LRUCache } from "lru-cache";
import { rememberVersion, versionOf } from "@/lib/server/inventory/selections";
import { columnsText } from "@/lib/vpn/columns";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import { type ConnectionRowList, toRowList } from "@/lib/vpn/connection-row";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Choices of columns whose rows are kept. */
const MAX_CHOICES = 20;

/** By the list, which is one object for all who ask the same while nothing changes. */
const known = new WeakMap<VpnConnectionList, LRUCache<string, ConnectionRowList>>();

/** What these columns hold of a list's connections. */
export function rowsOf(
  list: VpnConnectionList,
  columns: readonly ConnectionColumn[],
): ConnectionRowList {
  const choices = known.get(list) ?? new LRUCache<string, ConnectionRowList>({ max: MAX_CHOICES });
  known.set(list, choices);
  const choice = columnsText(columns);
  const rows = choices.get(choice) ?? toRowList(list, columns);
  choices.set(choice, rows);
  const version = versionOf(list);
  if (version !== undefined) rememberVersion(rows, `${version} ${choice}`);
  return rows;
}

import "server-only";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { cell, endRow, header, type Row, toText } from "@/lib/server/export/csv-text";
import { chosenColumns } from "@/lib/server/export/chosen-columns";
import { cellsOfUnreadable, columnsFor } from "@/lib/server/export/columns";
import { inPortions } from "@/lib/server/export/portions";
import { guardedLines } from "@/lib/server/runtime/secret-guard";

/** Those of a pair always have their columns, so that every file can be read in the same way. */
const MIN_TUNNELS = 2;

export function* toCsv(
  list: VpnConnectionList,
  chosen: ConnectionColumn[] | null = null,
): Generator<string, void> {
  const { vpnConnections, unreadable } = list;
  const columns = chosen === null ? columnsFor(mostTunnels(list)) : chosenColumns(chosen);
  const names = columns.map(({ name }) => name);
  yield header(names);
  for (const portion of inPortions(vpnConnections)) {
    guardedLines(portion);
    yield toText(portion.map((connection) => columns.map(({ read }) => cell(read(connection)))));
  }
  for (const portion of inPortions(unreadable)) {
    guardedLines(portion);
    yield toText(portion.map((connection) => rowOf(names, cellsOfUnreadable(connection))));
  }
  yield endRow(names, vpnConnections.length + unreadable.length);
}

function mostTunnels({ vpnConnections }: VpnConnectionList): number {
  return vpnConnections.reduce((most, { tunnels }) => Math.max(most, tunnels.length), MIN_TUNNELS);
}

function rowOf(names: string[], cells: Map<string, string | null>): Row {
  return names.map((name) => cell(cells.get(name)));
}

import "server-only";
import Papa from "papaparse";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { cellsOfUnreadable, columnsFor } from "@/lib/server/export/columns";
import { FORMULA_START, withoutFormulasInside } from "@/lib/server/export/formulas";

/** Those of a pair always have their columns, so that every file can be read in the same way. */
const MIN_TUNNELS = 2;

/** RFC 4180, behind a byte order mark: without one, spreadsheets take Chinese for something else. */
export function toCsv(list: VpnConnectionList): string {
  const mostTunnels = list.vpnConnections.reduce(
    (most, { tunnels }) => Math.max(most, tunnels.length),
    MIN_TUNNELS,
  );
  const columns = columnsFor(mostTunnels);
  const rows = list.vpnConnections.map((connection) =>
    columns.map(({ read }) => cell(read(connection))),
  );
  const unreadable = list.unreadable.map((connection) => {
    const known = cellsOfUnreadable(connection);
    return columns.map(({ name }) => cell(known.get(name)));
  });
  const table = { fields: columns.map(({ name }) => name), data: [...rows, ...unreadable] };
  const text = Papa.unparse(table, { newline: "\r\n", escapeFormulae: FORMULA_START });
  return `${Papa.BYTE_ORDER_MARK}${text}\r\n`;
}

/** Always text: the library looks for formulas in nothing else. */
function cell(value: string | number | boolean | null | undefined): string {
  return withoutFormulasInside(String(value ?? ""));
}

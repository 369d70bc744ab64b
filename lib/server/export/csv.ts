import "server-only";
import Papa from "papaparse";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { cellsOfUnreadable, columnsFor } from "@/lib/server/export/columns";
import { FORMULA_START, withoutFormulasInside } from "@/lib/server/export/formulas";
import { inPortions } from "@/lib/server/export/portions";
import { guardText, guardedLines } from "@/lib/server/runtime/secret-guard";

/** Those of a pair always have their columns, so that every file can be read in the same way. */
const MIN_TUNNELS = 2;

/** Begins the last row, which counts those before it: a file that lacks it has been broken off. */
const END = "#end";

type Row = string[];

/** RFC 4180, behind a byte order mark: without one, spreadsheets take Chinese for something else. */
export function* toCsv(list: VpnConnectionList): Generator<string, void> {
  const { vpnConnections, unreadable } = list;
  const mostTunnels = vpnConnections.reduce(
    (most, { tunnels }) => Math.max(most, tunnels.length),
    MIN_TUNNELS,
  );
  const columns = columnsFor(mostTunnels);
  const names = columns.map(({ name }) => name);
  yield `${Papa.BYTE_ORDER_MARK}${toText([names])}`;
  for (const portion of inPortions(vpnConnections)) {
    guardedLines(portion);
    yield toText(portion.map((connection) => columns.map(({ read }) => cell(read(connection)))));
  }
  for (const portion of inPortions(unreadable)) {
    guardedLines(portion);
    yield toText(portion.map((connection) => rowOf(names, cellsOfUnreadable(connection))));
  }
  const count = String(vpnConnections.length + unreadable.length);
  yield toText([names.map((_, column) => [END, count][column] ?? "")]);
}

function rowOf(names: string[], cells: Map<string, string | null>): Row {
  return names.map((name) => cell(cells.get(name)));
}

function toText(rows: Row[]): string {
  const text = Papa.unparse(rows, { newline: "\r\n", escapeFormulae: FORMULA_START });
  return guardText(`${text}\r\n`);
}

/** Always text: the library looks for formulas in nothing else. */
function cell(value: string | number | boolean | null | undefined): string {
  return withoutFormulasInside(String(value ?? ""));
}

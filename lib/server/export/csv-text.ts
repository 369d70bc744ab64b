import "server-only";
import Papa from "papaparse";
import { FORMULA_START, withoutFormulasInside } from "@/lib/server/export/formulas";
import { guardText } from "@/lib/server/runtime/secret-guard";

/** Begins the last row, which counts those before it: a file that lacks it has been broken off. */
const END = "#end";

export type Row = string[];

/** The first line. RFC 4180, behind a byte order mark: without one, spreadsheets take Chinese for something else. */
export function header(names: string[]): string {
  return `${Papa.BYTE_ORDER_MARK}${toText([names])}`;
}

export function toText(rows: Row[]): string {
  const text = Papa.unparse(rows, { newline: "\r\n", escapeFormulae: FORMULA_START });
  return guardText(`${text}\r\n`);
}

/** The last row of a file with these columns. */
export function endRow(names: string[], count: number): string {
  return toText([names.map((_, column) => [END, String(count)][column] ?? "")]);
}

/** Always text: the library looks for formulas in nothing else. */
export function cell(value: string | number | boolean | null | undefined): string {
  return withoutFormulasInside(String(value ?? ""));
}

/** Between bars, which no part holds: one of its own is written `%7C`, and `%` therefore `%25`. */
export function joined(parts: string[]): string {
  return parts.map((part) => part.replaceAll(/[%|]/g, encodeURIComponent)).join("|");
}

/** A time no calendar has is kept as it came. */
export function utc(time: number | null): string | number | null {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? time : date.toISOString();
}

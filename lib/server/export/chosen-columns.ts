import "server-only";
import { type Column, UNREADABLE } from "@/lib/server/export/columns";
import { joined, utc } from "@/lib/server/export/csv-text";
import { type ConnectionColumn, kindOf } from "@/lib/vpn/connection-columns";
import { type ColumnValue, valuesOf } from "@/lib/vpn/connection-values";

/** Without these a row is nobody's. */
const ALWAYS: ConnectionColumn[] = ["regionId", "vpnConnectionId"];

/** The columns that a reader has chosen, as the page shows them. */
export function chosenColumns(chosen: ConnectionColumn[]): Column[] {
  const names = [...new Set([...ALWAYS, ...chosen])];
  const columns = names.map((name): Column => ({
    name,
    read: (connection) => textOf(name, valuesOf(connection, name)),
  }));
  return [...columns, UNREADABLE];
}

function textOf(name: ConnectionColumn, values: ColumnValue[]): string | number | boolean | null {
  const [only, ...others] = values;
  if (only === undefined) return null;
  if (typeof only === "number" && isTime(name)) return utc(only);
  if (others.length === 0 && typeof only !== "string") return only;
  return joined(values.map(String));
}

function isTime(name: ConnectionColumn): boolean {
  return kindOf(name) === "time" || name === "verdictSince";
}

import "server-only";
import { format, stripVTControlCharacters } from "node:util";
import { log } from "@/lib/server/runtime/log";

const MAX_LENGTH = 4_000;

/** What Next itself complains of becomes lines of the log, struck out like the others and without queries. */
export function logConsole(target: Pick<Console, "error" | "warn"> = console): void {
  for (const level of ["error", "warn"] as const) {
    target[level] = (...values: unknown[]) => log()[level](plain(format(...values)));
  }
}

/** A user may have typed anything into a query. */
function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\?[^\s'"`]+/g, "?…")
    .slice(0, MAX_LENGTH);
}

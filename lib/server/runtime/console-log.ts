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

/**
 * Node.js writes warnings as errors. What a dependency uses that is deprecated is nothing an operator can do
 * something about, so it is said once, as information; other warnings are warnings.
 */
export function logWarnings(emitter: NodeJS.EventEmitter = process): void {
  emitter.removeAllListeners("warning");
  emitter.on("warning", (warning: Error & { code?: string }) => {
    const level = warning.name === "DeprecationWarning" ? "info" : "warn";
    const code = warning.code === undefined ? "" : ` ${warning.code}`;
    log()[level](plain(`${warning.name}${code}: ${warning.message}`));
  });
}

/** A user may have typed anything into a query. */
function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\?[^\s'"`]+/g, "?…")
    .slice(0, MAX_LENGTH);
}

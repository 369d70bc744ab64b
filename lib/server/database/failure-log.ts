import "server-only";
import type { DatabaseError } from "@/lib/server/database/database-error";
import { log } from "@/lib/server/runtime/log";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { HistoryFailureReason } from "@/lib/vpn/events";

type Direction = "reading" | "writing";

const told = defineSingleton("historyFailures", () => new Map<Direction, string>());

const TEXTS = { reading: "history cannot be read", writing: "history is not being kept" };

const HELP: Record<HistoryFailureReason, string> = {
  not_writable: "the folder or the file of the database cannot be written to",
  disk_full: "the disk is full",
  locked: "another process holds the database",
  damaged: "the database file is damaged",
  unreachable: "the server of DATABASE_URL does not answer, or refuses",
  newer_schema: "a newer version of Tunnelboard has written the database; this one leaves it alone",
  failed: "the database reports an error",
};

/** Logs a failure when it begins, when its reason changes and when it ends, however often it is met. */
export function tell(direction: Direction, failure: DatabaseError | null): void {
  const before = told().get(direction);
  if (failure === null) {
    if (before === undefined) return;
    told().delete(direction);
    log().info(
      direction === "writing" ? "history is being kept again" : "history can be read again",
    );
    return;
  }
  const { reason, code } = failure;
  if (before === reason) return;
  told().set(direction, reason);
  log().error({ reason, ...(code !== "" && { code }) }, `${TEXTS[direction]}: ${HELP[reason]}`);
}

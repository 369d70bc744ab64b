import "server-only";
import type { HistoryFailureReason } from "@/lib/vpn/events";

/** History cannot be read or written now. Carries a reason of ours, never a text of the database. */
export class HistoryError extends Error {
  override name = "HistoryError" as const;

  constructor(readonly reason: HistoryFailureReason) {
    super(`History is not available: ${reason}.`);
  }
}

export function isHistoryError(error: unknown): error is HistoryError {
  return error instanceof Error && error.name === "HistoryError";
}

/** Somebody else has written to the region since it was loaded: nothing is wrong with the database. */
export class RevisionError extends Error {
  override name = "RevisionError" as const;
}

const REASONS: [HistoryFailureReason, RegExp][] = [
  // SQLite's result codes, and those of the file system.
  ["disk_full", /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/],
  ["locked", /^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/],
  ["damaged", /^(SQLITE_CORRUPT|SQLITE_NOTADB)/],
  [
    "not_writable",
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|25006)/,
  ],
  // Of the network, and PostgreSQL's classes 08 (connection), 28 (sign-in), 53, 57P (shutting down).
  ["unreachable", /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE|08|28|3D000|53|57P)/],
];

/** What an error of the database or of its file means. */
export function historyErrorOf(error: unknown): HistoryError {
  if (isHistoryError(error)) return error;
  const code = codeOf(error);
  const reason = REASONS.find(([, codes]) => codes.test(code))?.[0];
  if (reason !== undefined) return new HistoryError(reason);
  // pg tells a connection that is lost or takes too long in words alone.
  const isLost = error instanceof Error && /timeout|Connection terminated/i.test(error.message);
  return new HistoryError(isLost ? "unreachable" : "failed");
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

import "server-only";
import type { HistoryFailureReason } from "@/lib/vpn/events";

/** History cannot be read or written now. Carries a reason of ours, never a text of the database. */
export class DatabaseError extends Error {
  override name = "DatabaseError" as const;

  constructor(
    readonly reason: HistoryFailureReason,
    /** SQLite's, PostgreSQL's or the system's, for the log. */
    readonly code = "",
  ) {
    super(`History is not available: ${reason}.`);
  }
}

export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && error.name === "DatabaseError";
}

/** Somebody else has written to the region since it was loaded: nothing is wrong with the database. */
export class RevisionError extends Error {
  override name = "RevisionError" as const;
}

export function isRevisionError(error: unknown): error is RevisionError {
  return error instanceof Error && error.name === "RevisionError";
}

/** Another replica leads, or nobody does: what only the leader writes is refused. */
export class NotLeadingError extends Error {
  override name = "NotLeadingError" as const;
}

export function isNotLeadingError(error: unknown): error is NotLeadingError {
  return error instanceof Error && error.name === "NotLeadingError";
}

/** A write that is refused for what others have written; the database is well. */
export function isRefusal(error: unknown): error is RevisionError | NotLeadingError {
  return isRevisionError(error) || isNotLeadingError(error);
}

const REASONS: [HistoryFailureReason, RegExp][] = [
  // SQLite's result codes, and those of the file system.
  ["disk_full", /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|53100)/],
  ["locked", /^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/],
  ["damaged", /^(SQLITE_CORRUPT|SQLITE_NOTADB)/],
  [
    "not_writable",
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|ENOENT|EEXIST|25006)/,
  ],
  // Of the network, and PostgreSQL's: connection, sign-in, no such database, no room, shut down, too slow.
  [
    "unreachable",
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|EPIPE|08|28|3D000|53|57P|57014)/,
  ],
];

/** What an error of the database or of its file means. */
export function databaseErrorOf(error: unknown): DatabaseError {
  if (isDatabaseError(error)) return error;
  const code = codeOf(error);
  const reason = REASONS.find(([, codes]) => codes.test(code))?.[0];
  if (reason !== undefined) return new DatabaseError(reason, code);
  // pg tells a connection that is lost or takes too long in words alone.
  const isLost = error instanceof Error && /timeout|Connection terminated/i.test(error.message);
  if (isLost) return new DatabaseError("unreachable", code);
  return new DatabaseError("failed", code || (error instanceof Error ? error.name : typeof error));
}

export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}

import "server-only";
import { chmodSync, closeSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import Libsql from "libsql";
import { codeOf, DatabaseError } from "@/lib/server/database/database-error";
import type { Schema } from "@/lib/server/database/schema";
import { SqliteFile } from "@/lib/server/database/sqlite-dialect";

export const FILE_NAME = "tunnelboard.db";

/** What SQLite keeps beside the file. */
const COMPANIONS = ["-wal", "-shm"];

/** How long another process, such as a backup, may hold the file. */
const BUSY_MS = 2_000;
const TRY_AGAIN_MS = 20;
/** Of the file of newest writes, after it has been taken over. */
const WAL_BYTES = 16 * 1024 * 1024;

export type OpenFile = {
  /** A connection of its own, so that nobody who reads waits for a write. */
  reading: Kysely<Schema>;
  writing: Kysely<Schema>;
  /** Whether the file still has its name: what is written to one that was deleted is lost. */
  isThere: () => boolean;
};

/** The embedded database in a folder, made where there is none. Throws what SQLite or the disk says. */
export function openFile(folder: string): OpenFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE_NAME);
  // Made by SQLite, it could be read by others at first; its companions get its mode.
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  const { ino } = statSync(path);
  const writing = connect(path, [
    "auto_vacuum = incremental",
    "journal_mode = wal",
    `journal_size_limit = ${WAL_BYTES}`,
    "synchronous = normal",
    "foreign_keys = on",
  ]);
  return {
    reading: connect(path, ["query_only = on"]),
    writing,
    isThere: () => statSync(path, { throwIfNoEntry: false })?.ino === ino,
  };
}

function connect(path: string, pragmas: string[]): Kysely<Schema> {
  const database = open(path);
  try {
    for (const pragma of pragmas) database.pragma(pragma);
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Schema>({ dialect: new SqliteFile(database, retryWhileBusy) });
}

/** Without SQLite's own busy timeout, which would block the whole process. */
function open(path: string): Libsql.Database {
  try {
    return new Libsql(path, { timeout: 0 });
  } catch {
    // Its error carries no code, but the path. The file itself could be opened.
    throw new DatabaseError("not_writable");
  }
}

/** Tries again for a while what fails because another process holds the file. */
export async function retryWhileBusy<Result>(
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isBusy = codeOf(error).startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() - start > BUSY_MS) throw error;
      await sleep(TRY_AGAIN_MS);
    }
  }
}

/** Gives a file that cannot be read another name, so that a new one can be begun. Never deletes it. */
export function setAside(folder: string, now = new Date()): string {
  const name = `tunnelboard-damaged-${now.toISOString().replaceAll(":", "-")}.db`;
  for (const end of ["", ...COMPANIONS]) {
    try {
      renameSync(join(folder, FILE_NAME + end), join(folder, name + end));
    } catch (error) {
      // Only the file itself must be there.
      if (end === "") throw error;
    }
  }
  return name;
}

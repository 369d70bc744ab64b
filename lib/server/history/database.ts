import "server-only";
import { chmodSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Kysely, Migrator, PostgresDialect, SqliteAdapter, SqliteDialect } from "kysely";
import Libsql from "libsql";
import { Pool, types } from "pg";
import { HistoryError } from "@/lib/server/history/history-error";
import { migrationsFor } from "@/lib/server/history/migrations";
import type { Schema } from "@/lib/server/history/schema";

export const FILE_NAME = "tunnelboard.db";

/** How long another process, such as a backup, may hold the file. */
const BUSY_MS = 2_000;
const CONNECT_MS = 3_000;
const QUERY_MS = 5_000;
const MAX_CLIENTS = 5;

/** Times are counted in milliseconds, which a number holds exactly; pg would hand them out as text. */
types.setTypeParser(types.builtins.INT8, Number);

/** kysely runs migrations of SQLite outside a transaction unless it is told that they can be in one. */
class TransactionalSqlite extends SqliteDialect {
  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true;
      }
    })();
  }
}

/** The embedded database in a folder, made where there is none. Throws what SQLite or the disk says. */
export async function openFile(folder: string): Promise<Kysely<Schema>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE_NAME);
  const database = new Libsql(path, { timeout: BUSY_MS });
  try {
    chmodSync(path, 0o600);
    database.pragma("auto_vacuum = incremental");
    database.pragma("journal_mode = wal");
    database.pragma("synchronous = normal");
    database.pragma("foreign_keys = on");
  } catch (error) {
    database.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: new TransactionalSqlite({ database }) });
  return migrated(db, "sqlite");
}

/** A PostgreSQL server. Throws what it says, also where it does not answer in time. */
export async function openServer(url: string): Promise<Kysely<Schema>> {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CLIENTS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
  });
  // A connection that is lost while it is idle is replaced when it is needed.
  pool.on("error", () => undefined);
  return migrated(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), "postgres");
}

async function migrated(
  db: Kysely<Schema>,
  engine: "sqlite" | "postgres",
): Promise<Kysely<Schema>> {
  const { error } = await new Migrator({ db, provider: migrationsFor(engine) }).migrateToLatest();
  if (error === undefined) return db;
  await db.destroy().catch(() => undefined);
  // A newer program has migrated it further than this one knows.
  const isNewer = error instanceof Error && error.message.startsWith("corrupted migrations");
  throw isNewer ? new HistoryError("newer_schema") : error;
}

/** Gives a file that cannot be read another name, so that a new one can be begun. Never deletes it. */
export function setAside(folder: string, now = new Date()): string {
  const name = `tunnelboard-damaged-${now.toISOString().replaceAll(":", "-")}.db`;
  for (const end of ["", "-wal", "-shm"]) {
    try {
      renameSync(join(folder, FILE_NAME + end), join(folder, name + end));
    } catch (error) {
      // Only the file itself must be there.
      if (end === "") throw error;
    }
  }
  return name;
}

import "server-only";
import { type Kysely, Migrator, sql } from "kysely";
import { HistoryError } from "@/lib/server/history/history-error";
import { migrationsFor } from "@/lib/server/history/migrations";
import { connectTo } from "@/lib/server/history/postgres";
import type { Schema } from "@/lib/server/history/schema";
import { openFile, patiently } from "@/lib/server/history/sqlite";

export type Database = {
  reading: Kysely<Schema>;
  writing: Kysely<Schema>;
  /** Whether what is written is where the next start looks for it. */
  isThere: () => boolean;
  /** What may be damaged is left as it is. */
  close: (isDamaged?: boolean) => Promise<void>;
};

/** The database in its newest form. Throws HistoryError, or what the database says. */
export function openDatabase(folder: string, url: string | undefined): Promise<Database> {
  return url === undefined ? patiently(() => embedded(folder)) : onServer(url);
}

async function embedded(folder: string): Promise<Database> {
  const { reading, writing, isThere } = openFile(folder);
  const close = async (isDamaged = false) => {
    // What a copy of the file alone would lack.
    const checkpoint = sql`pragma wal_checkpoint(truncate)`;
    if (!isDamaged) await checkpoint.execute(writing).catch(() => undefined);
    await closed(reading, writing);
  };
  try {
    await migrate(writing, "sqlite");
  } catch (error) {
    await close(true);
    throw error;
  }
  return { reading, writing, isThere, close };
}

async function onServer(url: string): Promise<Database> {
  const db = connectTo(url);
  const close = () => closed(db);
  try {
    await migrate(db, "postgres");
  } catch (error) {
    await close();
    throw error;
  }
  return { reading: db, writing: db, isThere: () => true, close };
}

async function closed(...connections: Kysely<Schema>[]): Promise<void> {
  await Promise.all(connections.map((one) => one.destroy().catch(() => undefined)));
}

async function migrate(db: Kysely<Schema>, engine: "sqlite" | "postgres"): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationsFor(engine) }).migrateToLatest();
  if (error === undefined) return;
  // A newer program has migrated it further than this one knows.
  const isNewer = error instanceof Error && error.message.startsWith("corrupted migrations");
  throw isNewer ? new HistoryError("newer_schema") : error;
}

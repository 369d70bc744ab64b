import "server-only";
import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from "kysely";
import { DatabaseError } from "@/lib/server/database/database-error";
import { generationOf, migrationsFor } from "@/lib/server/database/migrations";
import { connectTo } from "@/lib/server/database/postgres";
import type { Schema } from "@/lib/server/database/schema";
import { openFile, retryWhileBusy } from "@/lib/server/database/sqlite";

export type Database = {
  reading: Kysely<Schema>;
  writing: Kysely<Schema>;
  /** Whether what is written is where the next start looks for it. */
  isThere: () => boolean;
  /** What may be damaged is left as it is. */
  close: (isDamaged?: boolean) => Promise<void>;
};

/** The database in its newest form. Throws DatabaseError, or what the database says. */
export function openDatabase(folder: string, url: string | undefined): Promise<Database> {
  return url === undefined ? retryWhileBusy(() => embedded(folder)) : onServer(url);
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
    await migrate(writing, migrationsFor("sqlite"));
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
    await migrate(db, migrationsFor("postgres"));
  } catch (error) {
    await close();
    throw error;
  }
  return { reading: db, writing: db, isThere: () => true, close };
}

async function closed(...connections: Kysely<Schema>[]): Promise<void> {
  await Promise.all(connections.map((one) => one.destroy().catch(() => undefined)));
}

/** Throws DatabaseError where a newer program has migrated it further than this one can live with. */
export async function migrate(
  db: Kysely<Schema>,
  migrations: Record<string, Migration>,
): Promise<void> {
  const known = Object.keys(migrations).toSorted();
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const foreign = (await namesOfRun(db)).filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    const generation = generationOf(known.at(-1) ?? "");
    // A newer program of the same generation runs beside this one, or did: all of ours has been run before its own.
    if (foreign.every((name) => generationOf(name) === generation)) return;
    throw new DatabaseError("newer_schema");
  }
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A newer program has migrated it meanwhile.
  const isNewer = error instanceof Error && error.message.startsWith("corrupted migrations");
  throw isNewer ? new DatabaseError("newer_schema") : error;
}

async function namesOfRun(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";

export const DATABASE = "tunnelboard.db";

/** Rows of a server's database, which it may be writing to; none before there is one. */
export function rowsOf(folder: string, sql: string): Record<string, unknown>[] {
  const file = join(folder, DATABASE);
  if (!existsSync(file)) return [];
  const database = new Libsql(file, { timeout: 5_000 });
  try {
    return database.prepare(sql).all([]).filter(isRow);
  } catch {
    // It is just being made.
    return [];
  } finally {
    database.close();
  }
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === "object" && row !== null;
}

/** Every file in the folder, companions too, as it is on the disk. */
export function bytesIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

import "server-only";
import type { Migration } from "kysely";
import { findings } from "@/lib/server/database/migrations/findings";
import { history } from "@/lib/server/database/migrations/history";
import { replicas } from "@/lib/server/database/migrations/replicas";
import { sharing } from "@/lib/server/database/migrations/sharing";
import type { Engine } from "@/lib/server/database/migrations/tables";

/**
 * Run in the order of their names, forwards only. One that has been released is never changed. The thousands of the
 * number are the generation: within one, migrations only add what an older program need not know of (tables, indexes,
 * columns that may be null); whatever an older program would not survive begins the next generation.
 */
export function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    "0001-history": history(engine),
    "0002-findings": findings(engine),
    "0003-replicas": replicas(engine),
    "0004-sharing": sharing(engine),
  };
}

/** Programs of the same generation use one database side by side. */
export function generationOf(migration: string): number {
  return Math.floor(Number.parseInt(migration, 10) / 1000);
}

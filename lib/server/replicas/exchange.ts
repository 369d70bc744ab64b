import "server-only";
import type { Kysely } from "kysely";
import type { Schema } from "@/lib/server/database/schema";

/** What replicas tell each other in every round, through the database. */
export type Exchange = (db: Kysely<Schema>) => Promise<void>;

const MINUTE_MS = 60_000;

/** Of the rounds, the first in each minute. */
export function everyMinute(work: Exchange): Exchange {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async (db) => {
    if (performance.now() - doneAt < MINUTE_MS) return;
    await work(db);
    doneAt = performance.now();
  };
}

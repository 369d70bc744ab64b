import "server-only";
import type { Kysely } from "kysely";
import type { RegionRead } from "@/lib/server/history/changes";
import type { KnownRegion } from "@/lib/server/history/known-region";
import type { Schema } from "@/lib/server/database/schema";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Something about a region that has not been written yet. */
export type Unwritten = {
  write: (db: Kysely<Schema>) => Promise<void>;
  /** Null where it is that the region has not been read, which its next read shows as well. */
  read: RegionRead | null;
  reason: string | null;
  /** What is known with it. */
  after: KnownRegion;
};

export const recorder = defineSingleton("recorder", () => ({
  /** What is known of each region, whether or not it could be written. */
  known: new Map<string, KnownRegion>(),
  /** By region, in order. */
  waiting: new Map<string, Unwritten[]>(),
  /** Regions of which the database knows other than what is known here: because of a failure, or not. */
  behind: new Map<string, { hasFailed: boolean }>(),
  /** Regions whose turn to be written is still to come. */
  scheduled: new Set<string>(),
  /** One write after the other. */
  queue: Promise.resolve(),
}));

import "server-only";
import type { RegionRead } from "@/lib/server/history/changes";
import { compareRegion } from "@/lib/server/history/compare";
import { type KnownRegion, UNKNOWN_REGION } from "@/lib/server/history/known-region";
import { writeToDatabase } from "@/lib/server/database/store";
import { asLeader } from "@/lib/server/replicas/replicas";
import { writeChangeIn } from "@/lib/server/history/write";

export type PastRead = RegionRead & {
  /** Of the first read after a time without data: why there was none. */
  gapReason?: string | null;
};

/**
 * Writes down reads of the past as the recorder would have, in one transaction. They are in order of time,
 * and those between them found nothing new, so that only a gap that is named is one. Throws DatabaseError.
 */
export async function replayReads(reads: Iterable<PastRead>): Promise<void> {
  const known = new Map<string, KnownRegion>();
  await writeToDatabase((db) =>
    asLeader(db, async (tx) => {
      for (const { gapReason, ...read } of reads) {
        const isGap = gapReason !== undefined;
        const change = await compareRegion(known.get(read.regionId) ?? UNKNOWN_REGION, read, {
          gapMs: isGap ? 0 : Number.POSITIVE_INFINITY,
          reason: gapReason ?? null,
          isNews: true,
        });
        await writeChangeIn(tx, change);
        known.set(read.regionId, change.after);
      }
    }),
  );
}

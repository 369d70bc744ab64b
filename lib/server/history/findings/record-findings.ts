import "server-only";
import type { Kysely, Transaction } from "kysely";
import {
  compareFindings,
  type FindingsChange,
  type RecordedFindings,
  type RegionFindings,
} from "@/lib/server/history/findings/compare-findings";
import { loadFindings, lockFindings } from "@/lib/server/history/findings/load-findings";
import { writeFindings } from "@/lib/server/history/findings/write-findings";
import type { Schema } from "@/lib/server/database/schema";
import { useDatabase, writeToDatabase } from "@/lib/server/database/store";
import { asLeader } from "@/lib/server/replicas/replicas";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

const recorded = defineSingleton("recordedFindings", () => ({
  /** By region: what the database holds, as far as this process knows. */
  known: new Map<string, RecordedFindings>(),
  /** By region: one after the other. */
  queues: new Map<string, Promise<boolean>>(),
}));

/**
 * Notes which findings are new in a region and which are gone, with an event for each. Never fails: false where the
 * database could not take it, and what was found has to be handed in again.
 */
export function recordFindings(found: RegionFindings): Promise<boolean> {
  const { queues } = recorded();
  const { regionId } = found;
  const recording = (queues.get(regionId) ?? Promise.resolve()).then(() => isRecorded(found));
  queues.set(regionId, recording);
  return recording;
}

/** What is known here may be older than what another replica has written. */
export function forgetRecordedFindings(): void {
  recorded().known.clear();
}

async function isRecorded(found: RegionFindings): Promise<boolean> {
  try {
    await record(found);
    return true;
  } catch {
    // The store has told why the database is not available.
    recorded().known.delete(found.regionId);
    return false;
  }
}

async function record(found: RegionFindings): Promise<void> {
  const { known } = recorded();
  const { regionId } = found;
  const before = known.get(regionId) ?? (await useDatabase((db) => loadFindings(db, regionId)));
  const change = await compareFindings(before, found);
  const after = isEmpty(change)
    ? change.after
    : await writeToDatabase((db) => write(db, found, change));
  known.set(regionId, after);
}

function isEmpty({ found, removed, hasNewRules }: FindingsChange): boolean {
  return found.length === 0 && removed.length === 0 && !hasNewRules;
}

/** In a database that other processes write to as well, they may have noted the same meanwhile. */
function write(
  db: Kysely<Schema>,
  found: RegionFindings,
  change: FindingsChange,
): Promise<RecordedFindings> {
  const isShared = env().DATABASE_URL !== undefined;
  return asLeader(db, async (tx) => {
    const last = isShared ? await compareAgain(tx, found) : change;
    await writeFindings(tx, found.regionId, last);
    return last.after;
  });
}

async function compareAgain(
  tx: Transaction<Schema>,
  found: RegionFindings,
): Promise<FindingsChange> {
  await lockFindings(tx, found.regionId);
  return compareFindings(await loadFindings(tx, found.regionId), found);
}

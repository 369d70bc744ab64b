import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { RegionChange, RegionRead } from "@/lib/server/history/changes";
import { compareRegion, type GapTerms, noDataEvent } from "@/lib/server/history/compare";
import { gapMsOf, type KnownRegion, UNKNOWN_REGION } from "@/lib/server/history/known-region";
import { loadRegion } from "@/lib/server/history/load";
import { useDatabase, writeToDatabase } from "@/lib/server/history/store";
import { writeChange, writeOpenGap } from "@/lib/server/history/write";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { NOT_READ } from "@/lib/vpn/events";

/** A region in which the account has nothing is read once in so many polls. */
export const EMPTY_REGION_POLLS = 10;

/** How long the first read of a region waits for what the database knows of it. */
const LOAD_MS = 1_000;

const recorder = defineSingleton("recorder", () => ({
  /** What is known of each region, whether or not it could be written. */
  known: new Map<string, KnownRegion>(),
  /** Regions of which something could not be written: the database knows less. */
  unsaved: new Set<string>(),
  /** One write after the other. */
  queue: Promise.resolve(),
}));

/**
 * Takes a good read of a region into history, which then knows since when everything in it is as it is. Never
 * fails and waits for no write: while the database is away, what happens is known until the next start.
 */
export async function recordRead(read: RegionRead, reason: string | null): Promise<KnownRegion> {
  const { known } = recorder();
  const { regionId } = read;
  const loaded = known.get(regionId) ?? (await loadSoon(read));
  // Somebody else may have taken in a read meanwhile.
  const before = known.get(regionId) ?? loaded;
  const change = compareRegion(before, ordered(before, read), terms(before, reason));
  known.set(regionId, change.after);
  inTurn(() => save(change, read, reason));
  return change.after;
}

/** What is known of a region since it was last read. */
export function knownRegion(regionId: string): KnownRegion {
  return recorder().known.get(regionId) ?? UNKNOWN_REGION;
}

/** Notes that a region has not been read for too long, if that is so and is not noted yet. */
export function recordMissingRead(regionId: string, reason: string | null, now: number): void {
  const { known } = recorder();
  const before = known.get(regionId);
  if (before === undefined || before.lastReadAt === null || before.gapSince !== null) return;
  const { gapMs } = terms(before, reason);
  if (now - before.lastReadAt <= gapMs) return;
  const gap = { from: before.lastReadAt, to: null, reason: reason ?? NOT_READ };
  known.set(regionId, { ...before, revision: before.revision + 1, gapSince: gap.from });
  inTurn(async () => {
    if (recorder().unsaved.has(regionId)) return;
    await writing(regionId, (db) => writeOpenGap(db, regionId, before, gap, [noDataEvent(gap)]));
  });
}

/** Ends when everything known has been written, or could not be. */
export async function untilRecorded(): Promise<void> {
  await recorder().queue;
}

function terms({ connections }: KnownRegion, reason: string | null): GapTerms {
  const { TUNNELBOARD_POLL_SECONDS: seconds } = env();
  const pollSeconds = connections.size === 0 ? seconds * EMPTY_REGION_POLLS : seconds;
  return { gapMs: gapMsOf(pollSeconds), reason, isNews: seconds > 0 };
}

/** A clock that was set back must not make time run backwards. */
function ordered({ lastReadAt }: KnownRegion, read: RegionRead): RegionRead {
  return { ...read, at: Math.max(read.at, (lastReadAt ?? 0) + 1) };
}

function inTurn(work: () => Promise<void>): void {
  const state = recorder();
  state.queue = state.queue.then(work).catch(() => undefined);
}

async function loadSoon({ regionId, at }: RegionRead): Promise<KnownRegion> {
  const loading = useDatabase((db) => loadRegion(db, regionId, at)).catch(() => null);
  const loaded = await Promise.race([loading, sleep(LOAD_MS, null, { ref: false })]);
  if (loaded === null) recorder().unsaved.add(regionId);
  return loaded ?? UNKNOWN_REGION;
}

async function save(change: RegionChange, read: RegionRead, reason: string | null): Promise<void> {
  const { unsaved } = recorder();
  const { regionId } = change;
  const isWritten =
    !unsaved.has(regionId) && (await writing(regionId, (db) => writeChange(db, change)));
  if (isWritten || !unsaved.has(regionId)) return;
  // The database knows less, or another process has written: begin from what it knows.
  await writing(regionId, async (db) => {
    const before = await loadRegion(db, regionId, read.at);
    const again = compareRegion(before, ordered(before, read), terms(before, reason));
    await writeChange(db, again);
    unsaved.delete(regionId);
    if (recorder().known.get(regionId) === change.after) {
      recorder().known.set(regionId, again.after);
    }
  });
}

/** Whether it was written; what was not is taken up by the next read. */
async function writing(
  regionId: string,
  work: Parameters<typeof writeToDatabase<void>>[0],
): Promise<boolean> {
  try {
    await writeToDatabase(work);
    return true;
  } catch {
    recorder().unsaved.add(regionId);
    return false;
  }
}

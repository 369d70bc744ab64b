import "server-only";
import type { RegionChange, RegionRead } from "@/lib/server/history/changes";
import { compareRegion, noDataEvent } from "@/lib/server/history/compare";
import { gapTerms, ordered } from "@/lib/server/history/gap-terms";
import { type KnownRegion, UNKNOWN_REGION } from "@/lib/server/history/known-region";
import { loadRegion } from "@/lib/server/history/load";
import { recorder } from "@/lib/server/history/recorder-state";
import { saveSoon } from "@/lib/server/history/save";
import { ACCOUNT } from "@/lib/server/database/schema";
import { type StandingOf, standingOf } from "@/lib/server/history/standing";
import { useDatabase } from "@/lib/server/database/store";
import { writeChange, writeOpenGap } from "@/lib/server/history/write";
import { NOT_READ } from "@/lib/vpn/events";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/** How long the first read of a region waits for what the database knows of it. */
const LOAD_MS = 1_000;

/**
 * Takes a good read of a region into history, which then knows since when everything in it is as it is. Never
 * fails and waits for no write: while the database is away, what happens is known until the next start.
 */
export async function recordRead(read: RegionRead, reason: string | null): Promise<KnownRegion> {
  const { known } = recorder();
  const { regionId } = read;
  await loadOnce(regionId, read.at);
  const change = await changeOf(read, reason);
  const { after } = change;
  known.set(regionId, after);
  saveSoon(regionId, { write: (db) => writeChange(db, change), read, reason, after });
  return after;
}

/** What is known of a region since it was last read. */
export function knownRegion(regionId: string): KnownRegion {
  return recorder().known.get(regionId) ?? UNKNOWN_REGION;
}

/** What history tells by now of the states that a region's connections are in. */
export function standingsIn(regionId: string, now: number): StandingOf {
  const region = knownRegion(regionId);
  return (vpnConnectionId) => standingOf(region, vpnConnectionId, now);
}

/** The regions of which something is known by now. */
export function knownRegionsSoFar(): string[] {
  return [...recorder().known.keys()];
}

/** With those that were read before the start, as far as the database can be asked. */
export async function recordedRegionIds(): Promise<string[]> {
  const stored = await useDatabase((db) =>
    db.selectFrom("regions").select("region_id").where("account", "=", ACCOUNT).execute(),
  ).catch(() => []);
  return [...new Set([...knownRegionsSoFar(), ...stored.map(({ region_id }) => region_id)])];
}

/** Notes that a region has not been read for too long, if that is so and is not noted yet. */
export async function recordMissingRead(
  regionId: string,
  reason: string | null,
  now: number,
): Promise<void> {
  const { known } = recorder();
  // Since a new start there may have been no good read yet.
  await loadOnce(regionId, now);
  const before = known.get(regionId);
  if (before === undefined || before.lastReadAt === null || before.openGap !== null) return;
  if (now - before.lastReadAt <= gapTerms(before, reason).gapMs) return;
  const gap = { from: before.lastReadAt, to: null, reason: reason ?? NOT_READ };
  const openGap = { from: gap.from, reason: gap.reason };
  const after = { ...before, revision: before.revision + 1, openGap };
  known.set(regionId, after);
  saveSoon(regionId, {
    write: (db) => writeOpenGap(db, regionId, before, gap, [noDataEvent(gap)]),
    read: null,
    reason,
    after,
  });
}

/** Ends when everything known has been written, or could not be. */
export async function untilRecorded(): Promise<void> {
  await recorder().queue;
}

/** Compared again where something has become known of the region while it was compared. */
async function changeOf(read: RegionRead, reason: string | null): Promise<RegionChange> {
  const { known } = recorder();
  const before = known.get(read.regionId) ?? UNKNOWN_REGION;
  const change = await compareRegion(before, ordered(before, read), gapTerms(before, reason));
  return known.get(read.regionId) === before ? change : changeOf(read, reason);
}

async function loadOnce(regionId: string, at: number): Promise<void> {
  const { known } = recorder();
  if (known.has(regionId)) return;
  const loaded = await loadSoon(regionId, at);
  // Somebody else may have taken in a read meanwhile.
  if (!known.has(regionId)) known.set(regionId, loaded);
}

async function loadSoon(regionId: string, at: number): Promise<KnownRegion> {
  const loading = useDatabase((db) => loadRegion(db, regionId, at)).catch(() => null);
  const loaded = (await withTimeout(loading, LOAD_MS)) ?? null;
  if (loaded === null) recorder().behind.set(regionId, { hasFailed: false });
  return loaded ?? UNKNOWN_REGION;
}

import "server-only";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { Region, RegionState } from "@/lib/vpn/types";
import type { User } from "@/lib/server/auth/user";
import { answersTtlMs, staleMs } from "@/lib/server/inventory/cache-times";
import { quotaWait } from "@/lib/server/inventory/request-wait";
import {
  addNames,
  isDue,
  lastSnapshot,
  refreshIfDue,
  visiblePart,
} from "@/lib/server/inventory/snapshots";
import {
  lastRegions,
  listRegions,
  namedRegions,
  regionsSoon,
} from "@/lib/server/inventory/regions";
import { INITIAL_DATA_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/** A region as far as it is known. */
export type RegionStatus = {
  region: Region;
  state: RegionState["state"];
  /** Null while nothing is known, or nothing young enough. */
  snapshot: RegionSnapshot | null;
  /** Why it failed or is old, or what it waits for. */
  error: unknown;
  /** Whether a newer answer is on its way. */
  isReading: boolean;
};

/** A region that hangs does not keep the names of gateways from all others for longer. */
const LONGEST_PAUSE_MS = 2_000;

/**
 * All regions that the user sees, as they are known now. Regions that are due are read again in the
 * background, and then the names of their gateways; the answer waits at most `waitMs` for those of which
 * nothing new is known. Throws VpcApiError where there are no regions to be had.
 */
export async function readAllRegions(
  user: User,
  waitMs = 0,
  /** Whether names of gateways are waited for, too. */
  forNames = false,
  /** Where only one of them is asked for. */
  only: string | null = null,
): Promise<RegionStatus[]> {
  const all = await regionsToShow(user);
  const regions = only === null ? all : all.filter(({ regionId }) => regionId === only);
  const reads = regions.map(({ regionId }) => refreshIfDue(regionId));
  const missing = regions.map(async (region, index) => {
    if (stateOf(region, user).state !== "ready") await reads[index];
  });
  // Names come after the connections of all regions: what is down is worth more than what it is called.
  const pause = withTimeout(Promise.all(reads), LONGEST_PAUSE_MS);
  for (const [index, { regionId }] of regions.entries()) {
    void Promise.all([reads[index], pause]).then(() => inBackground(() => addNames(regionId)));
  }
  if (waitMs > 0) {
    const names = () => Promise.all(regions.map(({ regionId }) => addNames(regionId)));
    const whole = Promise.all(missing).then(() => (forNames ? names() : null));
    await withTimeout(whole, waitMs);
  }
  return regions.map((region) => stateOf(region, user));
}

/**
 * The same as far as others have read them, and in any case this region, which the user may see: nothing is
 * read for it, and nobody waits.
 */
export function regionsSoFar(user: User, regionId: string | null = null): RegionStatus[] {
  const regions = lastRegions(user) ?? namedRegions(user) ?? [];
  const isListed = regions.some((region) => region.regionId === regionId);
  const unlisted = regionId === null || isListed ? [] : [{ regionId, localName: regionId }];
  return [...regions, ...unlisted].map((region) => stateOf(region, user));
}

/** The regions' list, for which an answer that is to come at once cannot wait long. */
async function regionsToShow(user: User): Promise<Region[]> {
  const named = namedRegions(user);
  if (named !== null) return (await regionsSoon(user)) ?? named;
  const last = lastRegions(user);
  const timeoutMs = last === null ? INITIAL_DATA_TIMEOUT_MS : 0;
  const regions = (await withTimeout(listRegions(user), timeoutMs)) ?? last;
  if (regions === null) throw new VpcApiError("timeout", { action: "DescribeRegions" });
  return regions;
}

/** A region as it was last read, unless that is too long ago to stand for what it is now. Reads nothing. */
export function usableSnapshot(regionId: string, user: User): RegionSnapshot | null {
  const { answer, answeredAt, failure } = lastSnapshot(regionId) ?? NOTHING;
  // What nobody has asked to replace is at most late.
  const longestMs = failure === null ? Math.max(staleMs(), lateMs()) : staleMs();
  const isUsable = answer !== null && performance.now() - answeredAt < longestMs;
  return isUsable ? visiblePart(answer, user) : null;
}

function stateOf(region: Region, user: User): RegionStatus {
  const last = lastSnapshot(region.regionId);
  const { answeredAt, failure } = last ?? NOTHING;
  const isReading = isDue(last);
  const snapshot = usableSnapshot(region.regionId, user);
  if (failure !== null) {
    const state = snapshot === null ? "failed" : "stale";
    return { region, state, snapshot, error: failure.error, isReading };
  }
  if (snapshot === null) {
    return { region, state: "loading", snapshot, error: quotaWait(region.regionId), isReading };
  }
  // Nobody has looked for a while, and the newer answer is still on its way.
  const state = performance.now() - answeredAt > lateMs() ? "stale" : "ready";
  return { region, state, snapshot, error: null, isReading };
}

const NOTHING = { answer: null, answeredAt: 0, failure: null } as const;

function lateMs(): number {
  return Math.max(60_000, 3 * answersTtlMs());
}

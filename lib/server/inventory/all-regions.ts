import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { Region, RegionState } from "@/lib/vpn/types";
import type { User } from "@/lib/server/auth/user";
import type { Kept } from "@/lib/server/runtime/answer-cache";
import { answersTtlMs, failureTtlMs, staleMs } from "@/lib/server/inventory/cache-times";
import { quotaWait } from "@/lib/server/inventory/quota-wait";
import { keptRegion, readRegion } from "@/lib/server/inventory/region-reads";
import {
  lastRegions,
  listRegions,
  namedRegions,
  regionsSoon,
} from "@/lib/server/inventory/regions";
import { visibleSnapshot } from "@/lib/server/inventory/visible-snapshot";
import { INITIAL_DATA_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

/** A region as far as it is known. */
export type RegionStatus = {
  region: Region;
  state: RegionState["state"];
  /** Null while nothing is known, or nothing young enough. */
  read: RegionSnapshot | null;
  /** Why it failed or is old, or what it waits for. */
  error: unknown;
  /** Whether a newer answer is on its way. */
  isReading: boolean;
};

/** However short answers are kept: a page that asks every second must not read all that often. */
const SHORTEST_TTL_MS = 5_000;
/** After the first failure, doubled with each in a row. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * All regions that the user sees, as they are known now. RequestIdentity is what keeps them read: what is due is read again behind
 * the answer, which waits at most `waitMs` for regions of which nothing new is known. Throws
 * VpcApiError where there are no regions to be had.
 */
export async function readAllRegions(user: User, waitMs = 0): Promise<RegionStatus[]> {
  const regions = await fleetRegions(user);
  const missing = regions.flatMap((region) => {
    const reading = refreshIfDue(region.regionId);
    return stateOf(region, user).state === "ready" ? [] : [reading];
  });
  if (waitMs > 0) await Promise.race([Promise.all(missing), sleep(waitMs, null, { ref: false })]);
  return regions.map((region) => stateOf(region, user));
}

/** The regions' list, for which an answer that is to come at once cannot wait long. */
async function fleetRegions(user: User): Promise<Region[]> {
  const named = namedRegions(user);
  if (named !== null) return (await regionsSoon(user)) ?? named;
  const last = lastRegions(user);
  const patienceMs = last === null ? INITIAL_DATA_TIMEOUT_MS : 0;
  const regions = await Promise.race([listRegions(user), sleep(patienceMs, last, { ref: false })]);
  if (regions === null) throw new VpcApiError("timeout", { action: "DescribeRegions" });
  return regions;
}

/** Ends when the region is known; a failure is for `stateOf` to tell. */
async function refreshIfDue(regionId: string): Promise<void> {
  if (!isDue(keptRegion(regionId))) return;
  await inBackground(() => readRegion(regionId)).catch(() => undefined);
}

function isDue(kept: Kept<RegionSnapshot> | undefined): boolean {
  if (kept === undefined) return true;
  const { answeredAt, failure } = kept;
  const now = performance.now();
  if (failure === null) return now - answeredAt >= Math.max(SHORTEST_TTL_MS, answersTtlMs());
  const pause = FIRST_PAUSE_MS * 2 ** Math.min(10, failure.inARow - 1);
  return now - failure.at >= Math.max(failureTtlMs(), Math.min(LONGEST_PAUSE_MS, pause));
}

function stateOf(region: Region, user: User): RegionStatus {
  const kept = keptRegion(region.regionId);
  const { answer, answeredAt, failure } = kept ?? NOTHING;
  const isReading = isDue(kept);
  const ageMs = performance.now() - answeredAt;
  // What nobody has asked to replace is at most late.
  const longestMs = failure === null ? Math.max(staleMs(), lateMs()) : staleMs();
  const read =
    answer !== null && ageMs < longestMs ? visibleSnapshot(answer, region.regionId, user) : null;
  if (failure !== null) {
    return {
      region,
      state: read === null ? "failed" : "stale",
      read,
      error: failure.error,
      isReading,
    };
  }
  if (read === null) {
    return { region, state: "loading", read, error: quotaWait(region.regionId), isReading };
  }
  // Nobody has looked for a while, and the newer answer is still on its way.
  const state = ageMs > lateMs() ? "stale" : "ready";
  return { region, state, read, error: null, isReading };
}

const NOTHING = { answer: null, answeredAt: 0, failure: null } as const;

function lateMs(): number {
  return Math.max(60_000, 3 * answersTtlMs());
}

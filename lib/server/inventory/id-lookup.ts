import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import type { User } from "@/lib/server/auth/user";
import type { IdLookup, IdKind } from "@/lib/vpn/id-lookup";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import type { ProblemCode } from "@/lib/vpn/problem";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";
import { isThere, kindOfId } from "@/lib/server/inventory/id-kinds";
import { listRegions } from "@/lib/server/inventory/regions";
import { INITIAL_DATA_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { isVpcApiError } from "@/lib/server/vpc-api/errors";

/** By the ids of regions: their names depend on the user. */
export type Search = { found: string[]; failed: Map<string, ProblemCode>; tookMs: number };

/** A thing stays in its region; what was not found may only just have been made. */
const FOUND_TTL_MS = 10 * 60_000;
const NOT_FOUND_TTL_MS = 15_000;

const REGIONS_AT_A_TIME = 10;
/** A region that takes longer goes on, but no longer holds up those behind it. */
const TURN_MS = 2_000;
/** Once it is found, how long the others still have to say that they have it too. */
const GRACE_MS = 1_000;

const searches = defineSingleton("searches", () => createAnswerCache<Search>({ ttlMs: ttlOf }));

/**
 * Asks all regions that the user sees for an id, once for all who see the same: who gave up waiting and
 * asks again finds the search still under way, or done. Throws VpcApiError where the regions themselves are not to be had.
 */
export async function lookUpId(id: string, user: User): Promise<IdLookup> {
  const kind = kindOfId(id);
  if (kind === null || !RESOURCE_ID.test(id)) return { kind: "noId", id };
  const regions = await listRegions(user);
  const regionIds = regions.map(({ regionId }) => regionId);
  const { answer } = await searches().read(JSON.stringify([id, user.view]), () =>
    search(kind, id, regionIds, user),
  );
  const { found, failed } = answer;
  return {
    kind,
    id,
    found: regions.filter(({ regionId }) => found.includes(regionId)),
    failed: regions.flatMap((region) => {
      const problemCode = failed.get(region.regionId);
      return problemCode === undefined ? [] : [{ region, problemCode }];
    }),
  };
}

/** A failure that its page has seen is not kept: trying again asks again. */
function ttlOf({ found, failed, tookMs }: Search): number {
  if (found.length > 0) return FOUND_TTL_MS;
  return failed.size > 0 && tookMs < INITIAL_DATA_TIMEOUT_MS ? 0 : NOT_FOUND_TTL_MS;
}

async function search(kind: IdKind, id: string, regionIds: string[], user: User): Promise<Search> {
  const startedAt = performance.now();
  const found: string[] = [];
  const failed = new Map<string, ProblemCode>();
  let tellFound: () => void;
  const firstFound = new Promise<void>((resolve) => {
    tellFound = resolve;
  });
  const ask = async (regionId: string) => {
    try {
      if (!(await isThere[kind](regionId, id, user))) return;
      found.push(regionId);
      tellFound();
    } catch (error) {
      failed.set(regionId, isVpcApiError(error) ? error.code : "internal");
    }
  };
  const limit = pLimit(REGIONS_AT_A_TIME);
  const asked: Promise<void>[] = [];
  const turns = regionIds.map((regionId) =>
    limit(() => {
      const asking = ask(regionId);
      asked.push(asking);
      return Promise.race([asking, sleep(TURN_MS, undefined, { ref: false })]);
    }),
  );
  await Promise.race([
    Promise.all(turns).then(() => Promise.all(asked)),
    firstFound.then(() => sleep(GRACE_MS, undefined, { ref: false })),
  ]);
  limit.clearQueue();
  // What could not be asked matters only as long as it might be there. Copies, since some still ask.
  const tookMs = performance.now() - startedAt;
  return found.length > 0
    ? { found: [...found], failed: new Map(), tookMs }
    : { found: [], failed, tookMs };
}

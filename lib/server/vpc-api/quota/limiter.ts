import "server-only";
import { LRUCache } from "lru-cache";
import { isVpcApiError, VpcApiError } from "@/lib/server/vpc-api/errors";
import {
  type CallQuota,
  createCallQuota,
  type QuotaKey,
} from "@/lib/server/vpc-api/quota/call-quota";
import { createCallQueue, type Place } from "@/lib/server/vpc-api/quota/call-queue";
import { type Ceilings, SPAN_MS } from "@/lib/server/vpc-api/quota/ceilings";
import { createPacer, intervalMs } from "@/lib/server/vpc-api/quota/pacer";
import { createPortions } from "@/lib/server/vpc-api/quota/portions";
import type { SharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";

type Terms = { isBackground: boolean; maxWaitMs: number };

export type Limiter = {
  /**
   * Does the work as soon as the quota lets it, and learns from its failure. Throws `throttled`
   * where that would be later than `maxWaitMs`.
   */
  run: <T>(key: QuotaKey, terms: Terms, work: () => Promise<T>) => Promise<T>;
  /** Somebody has come to wait for these calls: they are background no more. */
  prioritise: (key: QuotaKey) => void;
  /** Milliseconds for which this region's calls of the action have to wait at least. */
  waitMs: (key: QuotaKey) => number;
};

/** More than there are regions and actions; an id nobody knows must not stay for ever. */
const MAX_QUOTAS = 1_000;

/** How soon to look again at what others may have changed. */
const LOOK_AGAIN_MS = 1_000;

type Sharing = { shared?: SharedQuota | null; spanMs?: number };

/**
 * Holds every call to the ceiling over all, and to what each action may in each region; where replicas share
 * the quota, to what they may together.
 */
export function createLimiter(
  ceilings: Ceilings,
  { shared = null, spanMs = SPAN_MS }: Sharing = {},
): Limiter {
  const pacer = createPacer();
  const quotas = new LRUCache<string, CallQuota>({ max: MAX_QUOTAS });
  const queue = createCallQueue();
  const portions = shared && createPortions(queue, shared, admit);
  let timer: NodeJS.Timeout | undefined;

  /** Null while the database counts for all. */
  const ownCeilings = (now: number) => (shared === null ? ceilings : shared.own(now));

  shared?.join({
    resume: admit,
    startsAfter: (at) => [...quotas.values()].flatMap((quota) => quota.startsAfter(at)),
  });

  function quotaOf(key: QuotaKey): CallQuota {
    const name = `${key.action} ${key.regionId}`;
    const quota = quotas.get(name) ?? createCallQuota(key, spanMs);
    quotas.set(name, quota);
    return quota;
  }

  /** Lets in whoever may, fairly, and comes back when the next one may. */
  function admit(): void {
    clearTimeout(timer);
    timer = undefined;
    while (!queue.isEmpty()) {
      const now = performance.now();
      const own = ownCeilings(now);
      if (own === null) return admitTogether(now);
      const paceMs = pacer.waitMs(now, own.callsPerSecond);
      if (paceMs > 0) return comeBackIn(paceMs);
      const place = nextPlace(now, own);
      if (place === null) return comeBackIn(soonestMs(now, own));
      pacer.add(now, own.callsPerSecond);
      place.quota.begin();
      place.quota.count(now, place.isBackground);
      place.enter();
    }
  }

  /** Asks for the next ones of them at a time. It is called again when the last of these has been let in. */
  function admitTogether(now: number): void {
    if (portions === null || portions.isBusy()) return;
    const places: Place[] = [];
    while (places.length < portions.size) {
      const place = nextPlace(now, null);
      if (place === null) break;
      place.quota.begin();
      places.push(place);
    }
    if (places.length > 0) void portions.take(places);
    else comeBackIn(soonestMs(now, null));
  }

  const nextPlace = (now: number, own: Ceilings | null) =>
    queue.next(
      ({ quota, isBackground }) => quota.hasRoom() && quota.waitMs(now, isBackground, own) === 0,
    );

  const soonestMs = (now: number, own: Ceilings | null) =>
    queue.soonest(({ quota, isBackground }) => quota.waitMs(now, isBackground, own));

  function comeBackIn(ms: number): void {
    const soon = shared === null ? ms : Math.min(ms, LOOK_AGAIN_MS);
    // Who waits for a call to end is let in when it ends.
    if (soon > 0 && soon < Infinity) timer = setTimeout(admit, Math.ceil(soon));
  }

  /** At least; whoever is in the queue before it is counted at the full rate. */
  function waitMsOf(quota: CallQuota): number {
    const now = performance.now();
    const own = ownCeilings(now);
    const perSecond = (own ?? shared?.common ?? ceilings).callsPerSecond;
    const backlogMs = queue.size() * Math.min(intervalMs(perSecond), LOOK_AGAIN_MS);
    const paceMs = own === null ? 0 : pacer.waitMs(now, perSecond);
    return Math.max(quota.waitMs(now, false, own), paceMs, backlogMs);
  }

  /** Resolves when it is this call's turn; it has then been counted. */
  function turn(quota: CallQuota, { isBackground, maxWaitMs }: Terms): Promise<void> {
    const tooLate = () => new VpcApiError("throttled", { retryAfterMs: waitMsOf(quota) });
    const now = performance.now();
    if (quota.waitMs(now, false, ownCeilings(now)) > maxWaitMs) return Promise.reject(tooLate());
    return new Promise((resolve, reject) => {
      const place: Place = {
        quota,
        isBackground,
        hasLeft: false,
        enter() {
          clearTimeout(giveUp);
          resolve();
        },
      };
      const giveUp = setTimeout(() => {
        place.hasLeft = true;
        queue.leave(place);
        reject(tooLate());
        // Leaves no timer behind for nobody.
        admit();
      }, maxWaitMs);
      queue.join(place);
      admit();
    });
  }

  return {
    prioritise(key) {
      queue.prioritise(quotaOf(key));
      portions?.prioritise(quotaOf(key));
      admit();
    },
    waitMs: (key) => waitMsOf(quotaOf(key)),
    async run(key, terms, work) {
      const quota = quotaOf(key);
      await turn(quota, terms);
      const startedAt = performance.now();
      try {
        const result = await work();
        quota.succeeded(startedAt);
        return result;
      } catch (error) {
        if (isVpcApiError(error) && error.code === "throttled") {
          quota.throttled(startedAt, performance.now(), error.retryAfterMs);
        }
        throw error;
      } finally {
        quota.end();
        admit();
      }
    },
  };
}

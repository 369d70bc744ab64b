import "server-only";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { LRUCache } from "lru-cache";
import { createPacer } from "@/lib/server/vpc-api/quota/pacer";
import {
  createCallQuota,
  type QuotaKey,
  type CallQuota,
} from "@/lib/server/vpc-api/quota/call-quota";
import { createCallQueue, type Place } from "@/lib/server/vpc-api/quota/call-queue";
import { VpcApiError, isVpcApiError } from "@/lib/server/vpc-api/errors";

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

/** Holds every call to the ceiling over all, and to what each action may in each region. */
export function createLimiter(callsPerSecond: number): Limiter {
  const overall = createPacer(callsPerSecond);
  const quotas = new LRUCache<string, CallQuota>({ max: MAX_QUOTAS });
  const queue = createCallQueue();
  let timer: NodeJS.Timeout | undefined;

  function quotaOf({ action, regionId }: QuotaKey): CallQuota {
    const name = `${action} ${regionId}`;
    const quota = quotas.get(name) ?? createCallQuota();
    quotas.set(name, quota);
    return quota;
  }

  /** Lets in whoever may, fairly, and comes back when the next one may. */
  function admit(): void {
    clearTimeout(timer);
    timer = undefined;
    while (!queue.isEmpty()) {
      const now = performance.now();
      const overallMs = overall.waitMs(now);
      if (overallMs > 0) return comeBackIn(overallMs);
      const place = queue.next(
        ({ quota, isBackground }) => quota.hasRoom() && quota.waitMs(now, isBackground) === 0,
      );
      if (place === null) {
        return comeBackIn(
          queue.soonest(({ quota, isBackground }) => quota.waitMs(now, isBackground)),
        );
      }
      overall.add(now);
      place.quota.start(now, place.isBackground);
      place.enter();
    }
  }

  function comeBackIn(ms: number): void {
    // Who waits for a call to end is let in when it ends.
    if (ms > 0 && ms < Infinity) timer = setTimeout(admit, Math.ceil(ms));
  }

  /** At least; whoever is in the queue before it is counted at the full rate. */
  function waitMsOf(quota: CallQuota): number {
    const now = performance.now();
    const overallMs = overall.waitMs(now);
    const backlogMs = queue.size() * overall.intervalMs;
    return Math.max(quota.waitMs(now), overallMs, backlogMs);
  }

  /** Resolves when it is this call's turn; it has then been counted. */
  function turn(quota: CallQuota, { isBackground, maxWaitMs }: Terms): Promise<void> {
    const tooLate = () => new VpcApiError("throttled", { retryAfterMs: waitMsOf(quota) });
    if (quota.waitMs(performance.now()) > maxWaitMs) return Promise.reject(tooLate());
    return new Promise((resolve, reject) => {
      const place: Place = {
        quota,
        isBackground,
        enter() {
          clearTimeout(giveUp);
          resolve();
        },
      };
      const giveUp = setTimeout(() => {
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

/** The process's own: the quota is the account's, whoever asks. */
export const limiter = defineSingleton("limiter", () =>
  createLimiter(env().TUNNELBOARD_CALLS_PER_SECOND),
);

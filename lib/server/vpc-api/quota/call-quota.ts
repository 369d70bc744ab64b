import "server-only";
import { type Ceilings, SPAN_MS } from "@/lib/server/vpc-api/quota/ceilings";
import { createSlidingWindow } from "@/lib/server/vpc-api/quota/sliding-window";

/** Alibaba counts each action in each region for itself. */
export type QuotaKey = { action: string; regionId: string };

/** A start, by `performance.now`. */
export type CallStart = QuotaKey & { at: number; isBackground: boolean };

const MAX_IN_FLIGHT = 64;

/** Where a throttled answer does not say when: doubled with each in a row. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_UNSAID_PAUSE_MS = 30_000;
/** The quota is counted by the minute, so a longer wait than that makes no sense. */
const LONGEST_PAUSE_MS = 60_000;

/** How one action may be called in one region at this moment, by this process. */
export function createCallQuota(key: QuotaKey, spanMs = SPAN_MS) {
  const all = createSlidingWindow(spanMs);
  const background = createSlidingWindow(spanMs);
  /** Until when the replicas together have used up what they may. */
  const usedUp = { all: 0, background: 0 };
  let inFlight = 0;
  let maxInFlight = MAX_IN_FLIGHT;
  let pausedUntil = 0;
  let throttledAt = -1;
  let nextPauseMs = FIRST_PAUSE_MS;
  return {
    key,
    hasRoom: () => inFlight < maxInFlight,
    /** Milliseconds until one more may start; without ceilings it is the database that counts. */
    waitMs(now: number, isBackground: boolean, ceilings: Ceilings | null): number {
      const paused = Math.max(pausedUntil - now, 0);
      if (ceilings === null) {
        return Math.max(paused, usedUp.all - now, isBackground ? usedUp.background - now : 0);
      }
      return Math.max(
        paused,
        all.waitMs(now, ceilings.calls),
        isBackground ? background.waitMs(now, ceilings.backgroundCalls) : 0,
      );
    },
    begin() {
      inFlight += 1;
    },
    end() {
      inFlight -= 1;
    },
    /** A start that nobody else counts. */
    count(now: number, isBackground: boolean) {
      all.add(now);
      if (isBackground) background.add(now);
    },
    /** Of those that nobody else counts. */
    startsAfter(at: number): CallStart[] {
      const ofBackground = new Set(background.startsAfter(at));
      return all.startsAfter(at).map((start) => ({
        action: key.action,
        regionId: key.regionId,
        at: start,
        isBackground: ofBackground.has(start),
      }));
    },
    refused(until: number, isBackground: boolean) {
      usedUp[isBackground ? "background" : "all"] = until;
    },
    /** Full speed comes back by doubling; what left before the throttling says nothing of after. */
    succeeded(startedAt: number) {
      if (startedAt <= throttledAt) return;
      maxInFlight = Math.min(MAX_IN_FLIGHT, maxInFlight * 2);
      nextPauseMs = FIRST_PAUSE_MS;
    },
    /** Nothing starts until the time the API asked for, then one call alone tries. */
    throttled(startedAt: number, now: number, retryAfterMs: number | null) {
      const isNews = startedAt > throttledAt;
      if (!isNews && retryAfterMs === null) return;
      // Spread, so that several servers do not come back at the same moment.
      const unsaid = nextPauseMs * (1 + Math.random() / 5);
      const pauseMs = Math.min(LONGEST_PAUSE_MS, retryAfterMs ?? unsaid);
      pausedUntil = Math.max(pausedUntil, now + pauseMs);
      maxInFlight = 1;
      if (!isNews) return;
      throttledAt = now;
      nextPauseMs = Math.min(LONGEST_UNSAID_PAUSE_MS, nextPauseMs * 2);
    },
  };
}

export type CallQuota = ReturnType<typeof createCallQuota>;

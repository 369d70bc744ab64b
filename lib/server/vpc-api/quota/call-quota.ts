import "server-only";
import { createSlidingWindow } from "@/lib/server/vpc-api/quota/sliding-window";

/** Alibaba counts each action in each region for itself. */
export type QuotaKey = { action: string; regionId: string };

/**
 * Alibaba allows 600 in 60 seconds, to the whole account: a sixth is left to its other tools. The
 * span is a little longer, since calls do not all travel equally long.
 */
const CALLS = 500;
/** Of these; the rest is for pages that somebody waits for. */
const BACKGROUND_CALLS = 400;
const SPAN_MS = 60_500;

const MAX_IN_FLIGHT = 64;

/** Where a throttled answer does not say when: doubled with each in a row. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_UNSAID_PAUSE_MS = 30_000;
/** The quota is counted by the minute, so a longer wait than that makes no sense. */
const LONGEST_PAUSE_MS = 60_000;

/** How one action may be called in one region at this moment. */
export function createCallQuota() {
  const all = createSlidingWindow(CALLS, SPAN_MS);
  const background = createSlidingWindow(BACKGROUND_CALLS, SPAN_MS);
  let inFlight = 0;
  let maxInFlight = MAX_IN_FLIGHT;
  let pausedUntil = 0;
  let throttledAt = -1;
  let nextPauseMs = FIRST_PAUSE_MS;
  return {
    hasRoom: () => inFlight < maxInFlight,
    /** Milliseconds until the quota lets one more start. */
    waitMs: (now: number, isBackground = false) =>
      Math.max(all.waitMs(now), isBackground ? background.waitMs(now) : 0, pausedUntil - now, 0),
    start(now: number, isBackground = false) {
      inFlight += 1;
      all.add(now);
      if (isBackground) background.add(now);
    },
    end() {
      inFlight -= 1;
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

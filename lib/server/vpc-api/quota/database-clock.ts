import "server-only";

/** A better look at the clock is not waited for longer than this: clocks drift. */
const GOOD_FOR_MS = 60_000;
/** A database so near needs no notice. */
const NEAR_MS = 20;

/** Tells what a time of the database's clock is by `performance.now`. */
export function createDatabaseClock() {
  /** By how much its clock is ahead, from the question that was answered soonest of late. */
  let best = { ahead: 0, tookMs: Number.POSITIVE_INFINITY, at: Number.NEGATIVE_INFINITY };
  let lastTookMs = 0;
  return {
    /** It showed this while a question was under way. */
    set(shown: number, askedAt: number, answeredAt: number): void {
      const tookMs = answeredAt - askedAt;
      lastTookMs = tookMs;
      const asKnown = shown - best.ahead;
      // Otherwise it was set.
      const isInBetween = asKnown >= askedAt - 1 && asKnown <= answeredAt + 1;
      const isOld = answeredAt - best.at > GOOD_FOR_MS;
      if (isInBetween && !isOld && tookMs >= best.tookMs) return;
      best = { ahead: shown - (askedAt + answeredAt) / 2, tookMs, at: answeredAt };
    },
    local: (shown: number) => shown - best.ahead,
    /** How long before its start a call has to be taken, so that the answer is back in time. */
    leadMs: () => (lastTookMs < NEAR_MS ? 0 : lastTookMs),
  };
}

import "server-only";

/**
 * A second counts as a little more, since calls do not all travel equally long. Apart from each other
 * they cannot arrive in a heap, as bursts of a whole second's calls could.
 */
const SECOND_MS = 1_050;
/** What may be made up for at once, since timers are late. */
const LAG_MS = 20;

/** Spreads starts evenly: so many a second. */
export function createPacer(perSecond: number) {
  const intervalMs = SECOND_MS / perSecond;
  let nextAt = 0;
  return {
    intervalMs,
    /** Milliseconds until one more may start. */
    waitMs: (now: number) => Math.min(intervalMs, Math.max(0, nextAt - now)),
    add(now: number) {
      nextAt = Math.max(nextAt, now - LAG_MS) + intervalMs;
    },
  };
}

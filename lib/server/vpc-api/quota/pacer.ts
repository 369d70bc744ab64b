import "server-only";
import { SECOND_MS } from "@/lib/server/vpc-api/quota/ceilings";

/** What may be made up for at once, since timers are late. */
const LAG_MS = 20;

/**
 * Spreads starts evenly: so many a second. Apart from each other they cannot arrive in a heap, as bursts of
 * a whole second's calls could.
 */
export function createPacer() {
  let nextAt = 0;
  return {
    /** Milliseconds until one more may start. */
    waitMs: (now: number, perSecond: number) =>
      perSecond === 0 ? SECOND_MS : Math.min(intervalMs(perSecond), Math.max(0, nextAt - now)),
    add(now: number, perSecond: number) {
      nextAt = Math.max(nextAt, now - LAG_MS) + intervalMs(perSecond);
    },
  };
}

export const intervalMs = (perSecond: number) => SECOND_MS / perSecond;

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** After a time in which this process did not run, timers come before answers that have long been there. */
const TICKS = 20;

/**
 * The outcome of the work, or the error of a database that does not answer where it comes later than this. Time in
 * which this process was busy or stopped hardly counts: the database is not slow for that.
 */
export async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const timing = new AbortController();
  const tooLate = giveUp(limitMs, timing.signal);
  tooLate.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    timing.abort();
  }
}

async function giveUp(limitMs: number, signal: AbortSignal): Promise<never> {
  for (let tick = 0; tick < TICKS; tick += 1) {
    await sleep(limitMs / TICKS, undefined, { signal, ref: false });
  }
  throw new Error("timeout");
}

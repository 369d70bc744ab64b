import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** The outcome of the work, or the error of a database that does not answer where it comes later than this. */
export async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  const timing = new AbortController();
  const tooLate = sleep(limitMs, undefined, { signal: timing.signal, ref: false }).then(() => {
    throw new Error("timeout");
  });
  tooLate.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    timing.abort();
  }
}

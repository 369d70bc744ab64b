import "server-only";
import type { Exchange } from "@/lib/server/replicas/contact";

const MINUTE_MS = 60_000;

/** Of the rounds, the first in each minute. */
export function everyMinute(work: Exchange): Exchange {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async (db) => {
    if (performance.now() - doneAt < MINUTE_MS) return;
    await work(db);
    doneAt = performance.now();
  };
}

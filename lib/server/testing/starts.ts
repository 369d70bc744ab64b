import "server-only";

/** The most of these times, in order, that any span of this length holds. */
export function mostWithin(times: number[], spanMs: number): number {
  let most = 0;
  let from = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= spanMs) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

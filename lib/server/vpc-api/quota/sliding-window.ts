import "server-only";

/** Starts within the last `spanMs`: never more than `max`, wherever the span is laid. */
export type SlidingWindow = {
  /** Milliseconds until one more may start. */
  waitMs: (now: number) => number;
  add: (now: number) => void;
};

export function createSlidingWindow(max: number, spanMs: number): SlidingWindow {
  const starts: number[] = [];
  let oldest = 0;
  return {
    waitMs: (now) => (starts.length < max ? 0 : Math.max(0, (starts[oldest] ?? 0) + spanMs - now)),
    add(now) {
      if (starts.length < max) {
        starts.push(now);
        return;
      }
      starts[oldest] = now;
      oldest = (oldest + 1) % max;
    },
  };
}

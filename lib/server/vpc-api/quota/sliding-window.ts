import "server-only";

/** Starts within the last `spanMs`. */
export type SlidingWindow = {
  /** Milliseconds until one more may start, of `max` within the span, wherever that is laid. */
  waitMs: (now: number, max: number) => number;
  add: (now: number) => void;
  /** In their order. */
  startsAfter: (at: number) => number[];
};

export function createSlidingWindow(spanMs: number): SlidingWindow {
  const starts: number[] = [];
  return {
    waitMs(now, max) {
      while (starts.length > 0 && (starts[0] ?? 0) + spanMs <= now) starts.shift();
      if (starts.length < max) return 0;
      // Where none may start, nobody knows until when.
      const leaves = max === 0 ? now : (starts.at(-max) ?? 0);
      return leaves + spanMs - now;
    },
    add: (now) => void starts.push(now),
    startsAfter: (at) => starts.filter((start) => start > at),
  };
}

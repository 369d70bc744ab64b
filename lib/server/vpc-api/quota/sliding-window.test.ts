import { describe, expect, it } from "vitest";
import { createSlidingWindow } from "@/lib/server/vpc-api/quota/sliding-window";
import { mostWithin } from "@/lib/server/testing/starts";

describe("a sliding window", () => {
  it("lets start at once what it has room for, then tells how long the next one waits", () => {
    const window = createSlidingWindow(1_000);
    for (const at of [0, 400, 500]) {
      expect(window.waitMs(at, 3)).toBe(0);
      window.add(at);
    }
    expect(window.waitMs(500, 3)).toBe(500);
    expect(window.waitMs(999, 3)).toBe(1);
    expect(window.waitMs(1_000, 3)).toBe(0);
    window.add(1_000);
    expect(window.waitMs(1_000, 3)).toBe(400);
    expect(window.waitMs(5_000, 3)).toBe(0);
  });

  it.each([
    [1, 1_000],
    [7, 1_000],
    [500, 60_000],
  ])("never lets more than %i start within %i ms, wherever they are laid", (max, spanMs) => {
    const window = createSlidingWindow(spanMs);
    const starts: number[] = [];
    // Bursts and pauses of lengths that have nothing to do with the span.
    for (let at = 0; starts.length < max * 8; at += starts.length % 11 === 0 ? 137 : 3) {
      if (window.waitMs(at, max) > 0) continue;
      window.add(at);
      starts.push(at);
    }
    expect(mostWithin(starts, spanMs)).toBe(max);
  });
});

import { describe, expect, it } from "vitest";
import type { State } from "@/lib/vpn/history";
import { mergeIntervals } from "@/lib/vpn/merge-intervals";
import type { ReasonedInterval } from "@/lib/vpn/no-data";

const SPAN = { from: 0, to: 1000 };

/** Intervals that follow each other, by state and length; the last still lasts. */
function intervals(...parts: [State, number][]): ReasonedInterval[] {
  let from = 0;
  return parts.map(([state, length], index) => {
    const to = from + length;
    const interval = { state, from, to: index === parts.length - 1 ? null : to, reason: null };
    from = to;
    return interval;
  });
}

const drawn = (parts: ReasonedInterval[], places = 100) =>
  mergeIntervals(parts, SPAN, places).map(({ state, from, to, count, inState }) => {
    return [state, from, to, count, inState];
  });

const isOpen = (...parts: [State, number][]) =>
  mergeIntervals(intervals(...parts), SPAN, 100).at(-1)?.isOpen;

/** Up and this state in turn, four for each place. */
const flaps = (state: State) =>
  Array.from({ length: 40 }, (): [State, number][] => [
    ["up", 4],
    [state, 1],
  ]).flat();

describe("intervals that are drawn", () => {
  it("keep their exact bounds where each has a place", () => {
    expect(drawn(intervals(["up", 503], ["down", 10], ["up", 487]))).toEqual([
      ["up", 0, 503, 1, 503],
      ["down", 503, 513, 1, 10],
      ["up", 513, 1000, 1, 487],
    ]);
  });

  it("never hide an outage, however short it is and whatever is beside it", () => {
    for (const beside of ["up", "degraded", "unknown", "no_data"] as const) {
      const parts = intervals(["up", 500], [beside, 3], ["down", 1], [beside, 4], ["up", 492]);
      expect([beside, ...drawn(parts)]).toEqual([
        beside,
        ["up", 0, 500, 1, 500],
        ["down", 500, 508, 3, 1],
        ["up", 508, 1000, 1, 492],
      ]);
    }
    expect(drawn(intervals(["up", 999], ["down", 1])).at(-1)).toEqual(["down", 999, 1000, 1, 1]);
  });

  it("show what is worse: down, degraded, unknown, no data, up", () => {
    const order = ["up", "no_data", "unknown", "degraded", "down"] as const;
    for (const [index, state] of order.entries()) {
      for (const better of order.slice(0, index)) {
        const parts = intervals(["up", 500], [better, 2], [state, 2], [better, 2], ["up", 494]);
        expect([better, drawn(parts)[1]?.[0]]).toEqual([better, state]);
      }
    }
  });

  it("are one part where they flap on and on, and apart where it is another state", () => {
    const parts = intervals(...flaps("down"), ...flaps("degraded"), ["up", 600]);
    expect(drawn(parts).map(([state, , , count]) => [state, count])).toEqual([
      ["down", 80],
      ["degraded", 80],
      ["up", 1],
    ]);
  });

  it("are few, cover the whole span without a break, and keep the time of all outages", () => {
    const states = ["up", "down", "no_data", "up", "degraded", "up"] as const;
    const flapping = Array.from({ length: 4000 }, (_, index): [State, number] => [
      states[(index + Math.floor(index / 97)) % 6] ?? "up",
      0.25,
    ]);
    const merged = mergeIntervals(intervals(...flapping), SPAN, 100);
    expect(merged.length).toBeLessThanOrEqual(200);
    expect(merged[0]?.from).toBe(0);
    expect(merged.at(-1)?.to).toBe(1000);
    for (const [index, part] of merged.slice(1).entries())
      expect(part.from).toBe(merged[index]?.to);
    expect(merged.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
    const down = merged.filter(({ state }) => state === "down");
    const isDown = flapping.filter(([state]) => state === "down").length;
    expect(down.reduce((sum, { inState }) => sum + inState, 0)).toBe(isDown * 0.25);
  });

  it("tell whether the state that is drawn still lasts", () => {
    expect(isOpen(["up", 500], ["down", 500])).toBe(true);
    expect(isOpen(["up", 995], ["up", 2], ["down", 3])).toBe(true);
    expect(isOpen(["up", 995], ["down", 2], ["up", 3])).toBe(false);
  });
});

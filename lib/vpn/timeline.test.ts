import { array, assert, integer, property, tuple, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/lib/vpn/history";
import {
  availabilityOf,
  isFlapping,
  percent,
  type SeenInterval,
  timelineOf,
} from "@/lib/vpn/timeline";

const span = { from: 100, to: 200 };

describe("a timeline", () => {
  it("has no data for the time before the first sight", () => {
    expect(timelineOf([{ state: "up", from: 150, to: null }], [], span)).toEqual([
      { state: "no_data", from: 100, to: 150 },
      { state: "up", from: 150, to: null },
    ]);
  });

  it("is cut to its span", () => {
    const seen: SeenInterval[] = [
      { state: "down", from: 0, to: 120 },
      { state: "up", from: 120, to: 300 },
    ];
    expect(timelineOf(seen, [], span)).toEqual([
      { state: "down", from: 100, to: 120 },
      { state: "up", from: 120, to: 200 },
    ]);
  });

  it("lays gaps over what was seen before and after them", () => {
    const seen: SeenInterval[] = [{ state: "up", from: 0, to: null }];
    expect(timelineOf(seen, [{ from: 130, to: 140 }], span)).toEqual([
      { state: "up", from: 100, to: 130 },
      { state: "no_data", from: 130, to: 140 },
      { state: "up", from: 140, to: null },
    ]);
  });

  it("ends without data while a gap lasts", () => {
    const seen: SeenInterval[] = [{ state: "up", from: 0, to: null }];
    expect(timelineOf(seen, [{ from: 180, to: null }], span)).toEqual([
      { state: "up", from: 100, to: 180 },
      { state: "no_data", from: 180, to: null },
    ]);
  });

  it("ends with what is not there any more as without data", () => {
    expect(timelineOf([{ state: "up", from: 0, to: 150 }], [], span)).toEqual([
      { state: "up", from: 100, to: 150 },
      { state: "no_data", from: 150, to: 200 },
    ]);
  });

  it("fills its span with intervals that touch, whatever was seen", () => {
    const time = integer({ min: 0, max: 300 });
    assert(
      property(
        uniqueArray(time, { minLength: 2, maxLength: 8 }),
        array(tuple(time, time), { maxLength: 4 }),
        (bounds, pairs) => {
          const times = bounds.toSorted((one, other) => one - other);
          const seen = times.slice(1).map((to, index): SeenInterval => {
            return { state: index % 2 === 0 ? "up" : "down", from: times[index] ?? 0, to };
          });
          const gaps = pairs.map(([one, other]) => ({
            from: Math.min(one, other),
            to: Math.max(one, other) + 1,
          }));
          const timeline = timelineOf(seen, gaps, span);
          expect(timeline[0]?.from).toBe(span.from);
          for (const [index, interval] of timeline.entries()) {
            expect(interval.to ?? span.to).toBe(timeline[index + 1]?.from ?? span.to);
            expect(interval.state).not.toBe(timeline[index + 1]?.state);
            const middle = (interval.from + (interval.to ?? span.to)) / 2;
            const isGap = gaps.some(({ from, to }) => from <= middle && middle < to);
            const own = seen.find(({ from, to }) => from <= middle && middle < (to ?? Infinity));
            expect(interval.state).toBe(isGap ? "no_data" : (own?.state ?? "no_data"));
          }
          const { ratio, ...parts } = availabilityOf(timeline, span);
          expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(100);
          expect(ratio ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("availability", () => {
  it("counts degraded as available and leaves out what is not known", () => {
    const availability = availabilityOf(
      [
        { state: "no_data", from: 100, to: 120 },
        { state: "up", from: 120, to: 150 },
        { state: "degraded", from: 150, to: 160 },
        { state: "unknown", from: 160, to: 190 },
        { state: "down", from: 190, to: null },
      ],
      span,
    );
    expect(availability).toEqual({
      up: 30,
      degraded: 10,
      down: 10,
      unknown: 30,
      noData: 20,
      ratio: 0.8,
    });
  });

  it("has no ratio where nothing was known", () => {
    expect(availabilityOf([{ state: "unknown", from: 100, to: null }], span).ratio).toBeNull();
  });
});

const minutes = (...times: number[]) => times.map((time) => time * 60_000);

describe("flapping", () => {
  const now = 10 * HOUR_MS;
  const ago = (...times: number[]) => times.map((time) => now - time * 60_000);

  it("is more than 5 changes within an hour", () => {
    expect(isFlapping(ago(50, 40, 30, 20, 10, 1), now)).toBe(true);
    expect(isFlapping(ago(50, 40, 30, 20, 10), now)).toBe(false);
    expect(isFlapping(ago(75, 60, 45, 30, 15, 1), now)).toBe(false);
  });

  it("lasts until 30 minutes have passed without a change", () => {
    expect(isFlapping(minutes(0, 1, 2, 3, 4, 5), 34.9 * 60_000)).toBe(true);
    expect(isFlapping(minutes(0, 1, 2, 3, 4, 5), 35 * 60_000)).toBe(false);
  });

  it("goes on through slower changes that leave no calm", () => {
    expect(isFlapping(minutes(0, 1, 2, 3, 4, 5, 30, 55, 80), 90 * 60_000)).toBe(true);
    expect(isFlapping(minutes(0, 1, 2, 3, 4, 5, 66, 80), 90 * 60_000)).toBe(false);
  });

  it("is nothing without changes", () => expect(isFlapping([], now)).toBe(false));
});

describe("where a time lies in a drawing", () => {
  it.each([
    [100, "0%"],
    [125, "25%"],
    [200, "100%"],
    [100 + 100 / 3, "33.333%"],
  ])("%d is at %s", (time, expected) => expect(percent(time, span)).toBe(expected));
});

import { describe, expect, it } from "vitest";
import { toReason, withReasons } from "@/lib/vpn/no-data";
import type { HistoryGap, Interval } from "@/lib/vpn/history";

const gap = (from: number, to: number | null, reason = "not_read"): HistoryGap => {
  return { from, to, reason };
};
const nothing = (from: number, to: number | null): Interval => ({ state: "no_data", from, to });
const told = (intervals: ReturnType<typeof withReasons>) =>
  intervals.map(({ state, from, to, reason }) => [state, from, to, reason]);

const KNOWN = { firstSeenAt: 0, deletedAt: null };

describe("a time without data", () => {
  it("tells what the gap was, and what has data has no reason", () => {
    const intervals = [{ state: "up", from: 0, to: 10 } as const, nothing(10, 20)];
    expect(told(withReasons(intervals, [gap(10, 20, "timeout")], KNOWN, 20))).toEqual([
      ["up", 0, 10, null],
      ["no_data", 10, 20, "timeout"],
    ]);
  });

  it("is divided where one reason ends and another begins, and where two are the same it is one", () => {
    const gaps = [gap(10, 14, "timeout"), gap(14, 16, "throttled"), gap(16, 20, "throttled")];
    expect(told(withReasons([nothing(10, 20)], gaps, KNOWN, 20))).toEqual([
      ["no_data", 10, 14, "timeout"],
      ["no_data", 14, 20, "throttled"],
    ]);
  });

  it("before the connection was seen is no fault, whatever else was going on", () => {
    const lifespan = { firstSeenAt: 8, deletedAt: null };
    expect(told(withReasons([nothing(0, 9)], [gap(2, 9, "timeout")], lifespan, 20))).toEqual([
      ["no_data", 0, 8, "not_seen_yet"],
      ["no_data", 8, 9, "timeout"],
    ]);
    expect(told(withReasons([nothing(0, 20)], [], { ...lifespan, firstSeenAt: null }, 20))).toEqual(
      [["no_data", 0, 20, "not_seen_yet"]],
    );
  });

  it("after the connection was deleted says so, and still lasts", () => {
    const lifespan = { firstSeenAt: 0, deletedAt: 12 };
    expect(told(withReasons([nothing(10, null)], [gap(10, 12)], lifespan, 20))).toEqual([
      ["no_data", 10, 12, "not_read"],
      ["no_data", 12, null, "deleted"],
    ]);
  });

  it("that nothing explains, or a word that is not known, is another reason", () => {
    expect(told(withReasons([nothing(5, 6)], [], KNOWN, 20))).toEqual([["no_data", 5, 6, "other"]]);
    expect(toReason("volcano")).toBe("other");
    expect(toReason("unreachable")).toBe("unreachable");
  });
});

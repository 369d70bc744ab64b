import { afterEach, describe, expect, it, vi } from "vitest";
import { axisTicks, type Zone } from "@/lib/vpn/axis-ticks";
import { RANGE_MS, type Range } from "@/lib/vpn/history";

afterEach(() => {
  vi.unstubAllEnvs();
});

const TO = Date.UTC(2026, 2, 3, 14, 23, 5);
const spanOf = (range: Range, to = TO) => ({ from: to - RANGE_MS[range], to });
const labels = (range: Range, zone: Zone = "utc", to = TO) =>
  axisTicks(spanOf(range, to), zone).map(({ label }) => label);

describe("the marks of an axis of time", () => {
  it("are full hours of a day, whose beginning is told by its date", () => {
    expect(labels("24h")).toEqual(["16:00", "20:00", "03-03", "04:00", "08:00", "12:00"]);
  });

  it("are days of longer spans", () => {
    expect(labels("7d")).toEqual(["02-25", "02-26", "02-27", "02-28", "03-01", "03-02", "03-03"]);
    expect(labels("30d")).toHaveLength(6);
    expect(labels("90d")).toHaveLength(6);
  });

  it("stay where they are while the span moves on", () => {
    for (const range of ["7d", "30d", "90d"] as const) {
      expect(labels(range, "utc", TO + 5 * 3_600_000)).toEqual(labels(range));
    }
  });

  it("lie within the span, in order", () => {
    for (const range of ["24h", "7d", "30d", "90d"] as const) {
      const { from, to } = spanOf(range);
      const times = axisTicks({ from, to }, "utc").map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(times.every((at) => at >= from && at <= to)).toBe(true);
    }
  });

  it("are those of the reader's zone where it is known", () => {
    vi.stubEnv("TZ", "Asia/Kathmandu");
    expect(labels("24h", "local")).toEqual(["03-03", "04:00", "08:00", "12:00", "16:00", "20:00"]);
    const [first] = axisTicks(spanOf("24h"), "local");
    expect(first?.at).toBe(Date.UTC(2026, 2, 2, 18, 15));
  });

  it("begin each day at its beginning, also where the clock is changed", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    const ticks = axisTicks(spanOf("7d", Date.UTC(2026, 3, 2, 12)), "local");
    expect(ticks.map(({ at }) => new Date(at).getHours())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

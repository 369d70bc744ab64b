import { afterEach, describe, expect, it, vi } from "vitest";
import { localTime, relativeTime, utcTime } from "@/components/ui/time-format";

const MOMENT = Date.UTC(2024, 0, 5, 23, 7, 9);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a time", () => {
  it("in UTC is spelled alike everywhere, each part with its zeros", () => {
    expect(utcTime(MOMENT)).toEqual({ date: "2024-01-05", time: "23:07:09" });
    expect(utcTime(0)).toEqual({ date: "1970-01-01", time: "00:00:00" });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.64e15 - 1])(
    "that is none, such as %d, is null",
    (value) => expect(utcTime(value)).toBeNull(),
  );

  it.each([
    ["Asia/Shanghai", { date: "2024-01-06", time: "07:07:09" }],
    ["America/New_York", { date: "2024-01-05", time: "18:07:09" }],
    ["Asia/Kathmandu", { date: "2024-01-06", time: "04:52:09" }],
    ["UTC", { date: "2024-01-05", time: "23:07:09" }],
  ])("is told in the user's zone %s", (zone, expected) => {
    vi.stubEnv("TZ", zone);
    expect(localTime(MOMENT)).toEqual(expected);
  });
});

describe("how long ago", () => {
  const SECOND = 1000;
  const DAY = 86_400 * SECOND;
  it.each([
    [0, "now"],
    [999, "now"],
    [SECOND, "1 second ago"],
    [59 * SECOND, "59 seconds ago"],
    [60 * SECOND, "1 minute ago"],
    [3_599 * SECOND, "59 minutes ago"],
    [3_600 * SECOND, "1 hour ago"],
    [DAY - 1, "23 hours ago"],
    [DAY, "1 day ago"],
    [29 * DAY, "29 days ago"],
    [30 * DAY, "1 month ago"],
    [365 * DAY, "1 year ago"],
    [800 * DAY, "2 years ago"],
    [-12 * DAY, "in 12 days"],
  ])("%d ms are %s", (distance, expected) => {
    expect(relativeTime(MOMENT - distance, MOMENT, "en")).toBe(expected);
  });

  it("is told in the user's language", () => {
    expect(relativeTime(MOMENT - 3 * DAY, MOMENT, "zh-CN")).toBe("3天前");
  });

  it("has a short form for columns", () => {
    expect(relativeTime(MOMENT - 16 * SECOND, MOMENT, "en", "narrow")).toBe("16s ago");
  });
});

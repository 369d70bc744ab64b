import { afterEach, describe, expect, it, vi } from "vitest";
import { localTime, utcTime } from "@/components/ui/time-format";

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
  ])("is told in the reader's zone %s", (zone, expected) => {
    vi.stubEnv("TZ", zone);
    expect(localTime(MOMENT)).toEqual(expected);
  });
});

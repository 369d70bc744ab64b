import { expect, it } from "vitest";
import { wallTime } from "@/components/wall/wall-time";

const now = Date.UTC(2026, 10, 30, 12, 34, 56);

const shown = (value: number) => wallTime({ value, now, isHydrated: false });

it("is the time of today, with the date where it was another day, in UTC before the browser's own", () => {
  expect(shown(Date.UTC(2026, 10, 30, 1, 2, 3))).toBe("01:02 UTC");
  expect(shown(Date.UTC(2026, 10, 29, 23, 2, 3))).toBe("2026-11-29 23:02 UTC");
  expect(shown(Number.NaN)).toBe("–");
  const local = new Date(2026, 10, 30, 7, 8).getTime();
  expect(wallTime({ value: local, now: local, isHydrated: true })).toBe("07:08");
});

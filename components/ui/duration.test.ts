import { expect, it } from "vitest";
import { durationParts } from "@/components/ui/duration";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

it.each([
  [0, "0 seconds"],
  [-5, "0 seconds"],
  [999, "0 seconds"],
  [SECOND, "1 seconds"],
  [61 * SECOND, "1 minutes 1 seconds"],
  [120 * SECOND, "2 minutes"],
  [HOUR + 59 * SECOND, "1 hours"],
  [HOUR - 1, "59 minutes 59 seconds"],
  [26 * HOUR, "1 days 2 hours"],
  [90 * 24 * HOUR, "90 days"],
])("%d ms are %s", (ms, expected) => {
  const parts = durationParts(ms).map(({ unit, value }) => `${value} ${unit}`);
  expect(parts.join(" ")).toBe(expected);
});

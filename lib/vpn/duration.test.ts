import { expect, it } from "vitest";
import { durationParts } from "@/lib/vpn/duration";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it.each([
  [0, "0 s"],
  [999, "0 s"],
  [59 * SECOND, "59 s"],
  [MINUTE, "1 min"],
  [MINUTE + SECOND, "1 min 1 s"],
  [3 * HOUR, "3 h"],
  [3 * HOUR + 59 * SECOND, "3 h"],
  [3 * HOUR + 12 * MINUTE, "3 h 12 min"],
  [DAY - 1, "23 h 59 min"],
  [40 * DAY + 5 * HOUR + 30 * MINUTE, "40 d 5 h"],
])("%d ms are %s", (ms, expected) => {
  const words = durationParts(ms).map(({ unit, value }) => `${value} ${unit}`);
  expect(words.join(" ")).toBe(expected);
});

import { describe, expect, it } from "vitest";
import { expiryOf } from "@/lib/vpn/expiry";

const NOW = Date.UTC(2026, 0, 15, 12);
const DAY = 86_400_000;

describe("the end of a gateway", () => {
  it.each([
    ["none is told", null, { kind: "none" }],
    ["zero stands for none", 0, { kind: "none" }],
    ["now", NOW, { kind: "near", days: 0 }],
    ["a second left", NOW + 1000, { kind: "near", days: 0 }],
    ["a day and a bit left", NOW + DAY + 1, { kind: "near", days: 1 }],
    ["a moment less than 30 days left", NOW + 30 * DAY - 1, { kind: "near", days: 29 }],
    ["30 days left", NOW + 30 * DAY, { kind: "far" }],
    ["the end of the century", Date.UTC(2099, 8, 8), { kind: "far" }],
    ["a moment ago", NOW - 1, { kind: "past", days: 0 }],
    ["two days ago", NOW - 2 * DAY, { kind: "past", days: 2 }],
  ])("%s", (_name, endTime, expected) => {
    expect(expiryOf(endTime, NOW)).toEqual(expected);
  });
});

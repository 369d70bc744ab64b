import { expect, it } from "vitest";
import type { LogLine } from "@/lib/vpn/logs/connection-logs";
import { errorGroups } from "@/lib/vpn/logs/error-groups";

function line(
  position: number,
  meaning: string | null,
  at: number | null,
  severity: LogLine["severity"] = "error",
): LogLine {
  const isVague = meaning === "proposals";
  return { position, meaning, at, severity, isVague, text: `line ${position}`, tunnel: 1 };
}

it("errors are told once, with how often and when last, first what says why", () => {
  const groups = errorGroups([
    line(1, null, 100),
    line(2, "keys", 200),
    line(3, "subnets", null),
    line(4, "keys", 400),
    line(5, null, 50),
    line(6, null, 60),
    line(7, "starting", 700, "info"),
    line(8, "proposals", 800),
    line(9, "proposals", 900),
    line(10, "proposals", 1000),
  ]);
  expect(groups).toEqual([
    { meaning: "keys", count: 2, lastAt: 400, first: line(2, "keys", 200) },
    { meaning: "subnets", count: 1, lastAt: null, first: line(3, "subnets", null) },
    { meaning: "proposals", count: 3, lastAt: 1000, first: line(8, "proposals", 800) },
    { meaning: null, count: 3, lastAt: 100, first: line(1, null, 100) },
  ]);
});

import { expect, it } from "vitest";
import type { LogLine } from "@/lib/vpn/logs/connection-logs";
import { errorGroups } from "@/lib/vpn/logs/error-groups";

const line = (position: number, meaning: string | null, at: number | null, severity = "error") =>
  ({ position, meaning, at, severity, text: `line ${position}`, tunnel: 1 }) as const;

it("errors are told once, with how often and when last, what is understood first", () => {
  const lines: LogLine[] = [
    line(1, null, 100),
    line(2, "keys", 200),
    line(3, "subnets", null),
    line(4, "keys", 400),
    line(5, null, 50),
    line(6, null, 60),
    { ...line(7, "starting", 700), severity: "info" },
  ].map((one) => ({ ...one, severity: one.severity === "info" ? "info" : "error" }));
  expect(
    errorGroups(lines).map(({ first, ...group }) => ({ ...group, from: first.position })),
  ).toEqual([
    { meaning: "keys", count: 2, lastAt: 400, from: 2 },
    { meaning: "subnets", count: 1, lastAt: null, from: 3 },
    { meaning: null, count: 3, lastAt: 100, from: 1 },
  ]);
});

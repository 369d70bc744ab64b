import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeOfLine } from "@/lib/vpn/logs/line-time";

const MINUTE = 60_000;
const to = Date.UTC(2026, 0, 1, 0, 5, 0);
const window = { from: to - 10 * MINUTE, to };
const at = Date.UTC(2026, 0, 1, 0, 1, 7);

const clock = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");

describe("the time of a line", () => {
  it.each([
    ["in Beijing", "2026-01-01 08:01:07 vco-1 [PROTO_ERR]: x"],
    ["in UTC", "2026-01-01 00:01:07 vco-1 09[IKE] x"],
    ["west of it, in the year before", "2025-12-31 16:01:07 09[IKE] x"],
    ["in India, half an hour off", "2026-01-01 05:31:07 x"],
    ["with its zone", "2026-01-01T01:01:07+0100 x"],
    ["with its zone as ISO 8601 writes it", "2026-01-01T01:01:07+01:00 x"],
    ["as UTC", "2026-01-01T00:01:07Z x"],
    ["with slashes", "2026/01/01 08:01:07 x"],
    ["of syslog, without a year", "Jan  1 08:01:07 gw charon: 09[IKE] x"],
    ["of syslog, on the day before", "Dec 31 16:01:07 gw charon: 09[IKE] x"],
  ])("%s", (_name, line) => {
    expect(timeOfLine(line, window)).toBe(at);
  });

  it("has milliseconds where the line has them", () => {
    expect(timeOfLine("2026-01-01 08:01:07.250 x", window)).toBe(at + 250);
    expect(timeOfLine("2026-01-01 08:01:07,5 x", window)).toBe(at + 500);
  });

  it("is Beijing's where no zone puts the line into the window", () => {
    // Alibaba's example of DiagnoseVpnConnections has both: FailedTime, and the line.
    expect(timeOfLine("2023-01-13 11:39:21 vco-1 [PROTO_ERR]: ikev1.c", window)).toBe(
      1_673_581_161_000,
    );
  });

  it.each(["", "no time", "2026-13-41 08:01:07 x", "2026-01-01 29:61:07 x", "Foo 12 08:01:07 x"])(
    "is unknown in %j",
    (line) => {
      expect(timeOfLine(line, window)).toBeNull();
    },
  );

  it("is right in every zone, for every moment of a window", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -48, max: 56 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 10 }),
        (quarters, second, minutes) => {
          const from = to - minutes * MINUTE;
          const time = Math.min(from + second * 1000, to);
          const line = `${clock(time + quarters * 15 * MINUTE)} x`;
          expect(timeOfLine(line, { from, to })).toBe(time);
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import type { Overview, OverviewRegion } from "@/lib/vpn/overview";
import type { Problem } from "@/lib/vpn/problem";
import { sumOf } from "@/lib/vpn/status";
import { calmOf } from "@/lib/vpn/wall-calm";

const ABSENT: Problem = { type: "urn:x", title: "", status: 404, detail: "", code: "not_found" };

function read(up: number, unknown = 0, totalCount = up + unknown): OverviewRegion {
  const counts = { up, degraded: 0, down: 0, unknown };
  return { regionId: "r", localName: "R", state: "ready", totalCount, fetchedAt: 1, counts };
}

const UNREAD: OverviewRegion = { ...read(0), state: "loading", totalCount: null, fetchedAt: null };

function overview(...regions: OverviewRegion[]): Overview {
  return { regions, counts: sumOf(regions.map(({ counts }) => counts)), fetchedAt: 1, reading: 0 };
}

const kindOf = (regions: OverviewRegion[], isAlarmed = false) =>
  calmOf(overview(...regions), isAlarmed).kind;

describe("what is said while nothing is known to be down", () => {
  it("is that all are up, once everything has been read and is", () => {
    expect(calmOf(overview(read(2), read(3)), false)).toEqual({
      kind: "allUp",
      up: 5,
      unknown: 0,
      unreadable: 0,
      known: 2,
      total: 2,
    });
  });

  it.each([
    ["a connection in an unknown state", [read(2, 1)]],
    ["a connection that could not be read", [read(2, 0, 3)]],
    ["a region that has not been read", [read(2), UNREAD]],
  ])("is less with %s", (_case, regions) => {
    expect(kindOf(regions)).toBe("noneDown");
  });

  it("does not wait for a region that the account does not have", () => {
    const absent: OverviewRegion = { ...UNREAD, state: "failed", problem: ABSENT };
    expect(calmOf(overview(read(2), absent), false)).toMatchObject({ kind: "allUp", total: 1 });
  });

  it("is in the past, or nothing, while what is shown is old", () => {
    expect(kindOf([read(2)], true)).toBe("noneDownThen");
    expect(kindOf([UNREAD], true)).toBeNull();
    expect(calmOf(null, true).kind).toBeNull();
  });

  it("is that there is nothing, or nothing yet", () => {
    expect(calmOf(null, false).kind).toBe("reading");
    expect(kindOf([UNREAD, UNREAD])).toBe("reading");
    expect(kindOf([])).toBe("noRegions");
    expect(kindOf([read(0), read(0)])).toBe("empty");
  });
});

import { describe, expect, it } from "vitest";
import type { OverviewRegion } from "@/lib/vpn/overview";
import type { Problem } from "@/lib/vpn/problem";
import { alarmOf, MAX_WALL_ROWS, roomFor } from "@/lib/vpn/wall";

const COUNTS = { up: 1, degraded: 0, down: 0, unknown: 0 };

function problem(code: Problem["code"]): Problem {
  return { type: "urn:x", title: code, status: 503, detail: "", code };
}

function region(regionId: string, more: Partial<OverviewRegion> = {}): OverviewRegion {
  const read = { state: "ready", totalCount: 1, fetchedAt: 900 } as const;
  return { regionId, localName: regionId, counts: COUNTS, ...read, ...more };
}

const GOOD = { regions: [region("a")], fetchedAt: 900, problem: null, silentMs: 0 };

describe("why a wall screen must not be believed", () => {
  it("is nothing while all regions are read and the server answers", () => {
    expect(alarmOf(GOOD)).toBeNull();
  });

  it("is silence, but not that of one poll", () => {
    expect(alarmOf({ ...GOOD, silentMs: 24_000 })).toBeNull();
    expect(alarmOf({ ...GOOD, silentMs: 26_000 })).toEqual({ kind: "silent", since: 900 });
  });

  it("is the end of the session, whatever else there is", () => {
    const signIn = problem("sign_in_required");
    const old = [region("a", { state: "stale", problem: problem("timeout") })];
    expect(alarmOf({ ...GOOD, regions: old, problem: signIn, silentMs: 1e6 })).toEqual({
      kind: "signedOut",
      since: 900,
      problem: signIn,
    });
  });

  it("is what the server says is wrong", () => {
    const unreachable = problem("unreachable");
    const nothing = { ...GOOD, regions: [], fetchedAt: null };
    expect(alarmOf({ ...nothing, problem: unreachable })).toEqual({
      kind: "problem",
      since: null,
      problem: unreachable,
    });
  });

  it("is regions that are old or could not be read, as old as the oldest of them", () => {
    const old = region("a", { state: "stale", fetchedAt: 500, problem: problem("timeout") });
    const older = region("b", { state: "stale", fetchedAt: 400, problem: problem("timeout") });
    const failed = region("c", {
      state: "failed",
      totalCount: null,
      fetchedAt: null,
      problem: problem("access_denied"),
    });
    const regions = [old, older, failed, region("d")];
    expect(alarmOf({ ...GOOD, regions })).toEqual({
      kind: "regions",
      since: 400,
      regions: [old, older, failed],
    });
    expect(alarmOf({ ...GOOD, regions: [failed] })).toMatchObject({ since: null });
  });

  it("is no region that the account does not have, is being read, or is late", () => {
    const regions = [
      region("a", { state: "failed", totalCount: null, problem: problem("not_found") }),
      region("b", { state: "loading", totalCount: null, problem: problem("throttled") }),
      region("c", { state: "stale" }),
    ];
    expect(alarmOf({ ...GOOD, regions })).toBeNull();
  });
});

it("has room for fewer rows beside an alarm, and never for more than are asked for", () => {
  const [calm, alarmed] = [roomFor(null), roomFor({ kind: "silent", since: null })];
  expect(alarmed.wide).toBeLessThan(calm.wide);
  expect(alarmed.high).toBeLessThan(calm.high);
  expect(Math.max(calm.wide, calm.high)).toBe(MAX_WALL_ROWS);
});

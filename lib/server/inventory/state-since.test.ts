import { afterEach, describe, expect, it } from "vitest";
import { sighted, withSightings } from "@/lib/server/inventory/state-since";
import { DOWN, one, UP } from "@/lib/server/testing/region-answers";

afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const seen = (at: number, statuses: Record<string, string>, regionId = "region-1") =>
  sinceOf(
    sighted(
      regionId,
      Object.entries(statuses).map(([id, status]) => one(regionId, id, status)),
      at,
    ),
  );
const sinceOf = (connections: { vpnConnectionId: string; verdictSince: number | null }[]) =>
  Object.fromEntries(
    connections.map(({ vpnConnectionId, verdictSince }) => [vpnConnectionId, verdictSince]),
  );

describe("since when a connection is as it is", () => {
  it("is kept while its verdict stays, and begins anew when that changes", () => {
    expect(seen(100, { a: UP, b: UP })).toEqual({ a: 100, b: 100 });
    expect(seen(200, { a: UP, b: DOWN })).toEqual({ a: 100, b: 200 });
    expect(seen(300, { a: UP, b: DOWN })).toEqual({ a: 100, b: 200 });
    expect(seen(400, { a: DOWN, b: UP })).toEqual({ a: 400, b: 400 });
  });

  it("begins when it is first seen, also when it was gone in between", () => {
    seen(100, { a: UP });
    expect(seen(200, { b: UP })).toEqual({ b: 200 });
    expect(seen(300, { a: UP, b: UP })).toEqual({ a: 300, b: 200 });
  });

  it("is each region's own", () => {
    seen(100, { a: UP });
    expect(seen(200, { a: UP }, "region-2")).toEqual({ a: 200 });
  });

  it("is known of connections that were read otherwise, as far as they are the same", () => {
    seen(100, { a: UP, b: UP });
    const others = [one("region-1", "a", UP), one("region-1", "b", DOWN), one("region-1", "c")];
    expect(sinceOf(withSightings("region-1", others))).toEqual({ a: 100, b: null, c: null });
    // Which is no sighting: only a region read whole is.
    expect(seen(300, { b: UP })).toEqual({ b: 100 });
  });

  it("is unknown where the region has not been read whole", () => {
    expect(sinceOf(withSightings("region-1", [one("region-1", "a")]))).toEqual({ a: null });
  });
});

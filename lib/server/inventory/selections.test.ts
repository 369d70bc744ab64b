import { afterEach, describe, expect, it } from "vitest";
import { selectOnce } from "@/lib/server/inventory/selections";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const reading = (...names: string[]): RegionSnapshot => ({
  vpnConnections: names.map((name) =>
    connection(`vco-${name}`, [tunnel("ipsec_sa_established")], { name }),
  ),
  unreadable: [],
  requestId: null,
  fetchedAt: 1,
});

describe("a page of what has been read", () => {
  it("is selected once for all who ask the same", () => {
    const read = reading("a", "b");
    const page = selectOnce("region-1", [read], NO_PARAMETERS);
    expect(selectOnce("region-1", [read], NO_PARAMETERS)).toBe(page);
    expect(page.vpnConnections.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("is another for another question, another place, and another reading", () => {
    const read = reading("a", "b");
    const page = selectOnce("region-1", [read], NO_PARAMETERS);
    const asked = { ...NO_PARAMETERS, q: "b" };
    expect(selectOnce("region-1", [read], asked).totalCount).toBe(1);
    expect(selectOnce("", [read, reading("c")], NO_PARAMETERS).totalCount).toBe(3);
    const newer = selectOnce("region-1", [reading("c")], NO_PARAMETERS);
    expect(newer).not.toBe(page);
    expect(newer.vpnConnections.map(({ name }) => name)).toEqual(["c"]);
  });

  it("of several readings keeps their order and is as old as the oldest", () => {
    const page = selectOnce("", [reading("z"), { ...reading("a"), fetchedAt: 5 }], NO_PARAMETERS);
    expect(page.vpnConnections.map(({ name }) => name)).toEqual(["z", "a"]);
    expect(page).toMatchObject({ fetchedAt: 1, requestId: null });
  });
});

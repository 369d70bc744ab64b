import { afterEach, describe, expect, it } from "vitest";
import { selectOnce, versionOf } from "@/lib/server/inventory/selections";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const snapshot = (...names: string[]): RegionSnapshot => ({
  regionId: "region-1",
  version: names.join(" "),
  vpnConnections: names.map((name) =>
    connection(`vco-${name}`, [tunnel("ipsec_sa_established")], { name }),
  ),
  unreadable: [],
  requestId: null,
  fetchedAt: 1,
});

describe("a page of what has been read", () => {
  it("is selected once for all who ask the same", () => {
    const read = snapshot("a", "b");
    const page = selectOnce([read], NO_PARAMETERS, OPERATOR);
    expect(selectOnce([read], NO_PARAMETERS, OPERATOR)).toBe(page);
    expect(page.vpnConnections.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("is another for another question, another place, and another reading", () => {
    const read = snapshot("a", "b");
    const page = selectOnce([read], NO_PARAMETERS, OPERATOR);
    const asked = { ...NO_PARAMETERS, q: "b" };
    expect(selectOnce([read], asked, OPERATOR).totalCount).toBe(1);
    expect(selectOnce([read, snapshot("c")], NO_PARAMETERS, OPERATOR).totalCount).toBe(3);
    const newer = selectOnce([snapshot("c")], NO_PARAMETERS, OPERATOR);
    expect(newer).not.toBe(page);
    expect(newer.vpnConnections.map(({ name }) => name)).toEqual(["c"]);
  });

  it("of several readings keeps their order and is as old as the oldest", () => {
    const page = selectOnce(
      [snapshot("z"), { ...snapshot("a"), fetchedAt: 5 }],
      NO_PARAMETERS,
      OPERATOR,
    );
    expect(page.vpnConnections.map(({ name }) => name)).toEqual(["z", "a"]);
    expect(page).toMatchObject({ fetchedAt: 1, requestId: null });
  });

  it("is as new as its snapshot, without being selected again, where nothing has changed", () => {
    const page = selectOnce([snapshot("a")], NO_PARAMETERS, OPERATOR);
    const newer = { ...snapshot("a"), fetchedAt: 9, requestId: "R-9" };
    const again = selectOnce([newer], NO_PARAMETERS, OPERATOR);
    expect(again).toMatchObject({ fetchedAt: 9, requestId: "R-9" });
    expect(again.vpnConnections).toBe(page.vpnConnections);
    expect(versionOf(again)).toBe(versionOf(page));
  });

  it("has another version for another question, user, place and snapshot", () => {
    const limited = userWith(["viewer:region-1"]);
    const versions = [
      selectOnce([snapshot("a")], NO_PARAMETERS, OPERATOR),
      selectOnce([snapshot("a")], { ...NO_PARAMETERS, q: "a" }, OPERATOR),
      selectOnce([snapshot("a")], NO_PARAMETERS, limited),
      selectOnce([{ ...snapshot("a"), regionId: "region-2" }], NO_PARAMETERS, OPERATOR),
      selectOnce([snapshot("b")], NO_PARAMETERS, OPERATOR),
    ].map(versionOf);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

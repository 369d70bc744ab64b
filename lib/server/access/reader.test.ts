import { describe, expect, it } from "vitest";
import type { Sight } from "@/lib/server/access/reader";
import { readerWith } from "@/lib/server/testing/readers";
import { connection } from "@/lib/vpn/testing/connections";

const HERE = "cn-hangzhou";
const THERE = "eu-central-1";

const viewOf = (...roles: string[]) => readerWith(roles).view;

describe("what a reader sees of a region", () => {
  it.each<[string[], Sight, Sight]>([
    [["operator"], "all", "all"],
    [["viewer"], "all", "all"],
    [[`viewer:${HERE}`], "all", "nothing"],
    [[`viewer:${HERE}/vpn-1`], "some", "nothing"],
    [[`viewer:${HERE}/cgw-1`, `viewer:${THERE}`], "some", "all"],
  ])("with %j: %s here and %s there", (roles, here, there) => {
    const reader = readerWith(roles);
    expect(reader.sightOf(HERE)).toBe(here);
    expect(reader.sightOf(THERE)).toBe(there);
    expect(reader.places.length > 0).toBe(here !== "all" || there !== "all");
    expect(reader.view === "").toBe(reader.places.length === 0);
  });

  it("is the same for the same roles, and other for others", () => {
    expect(viewOf(`viewer:${HERE}`, `viewer:${THERE}`)).toBe(
      viewOf(`viewer:${THERE}`, `viewer:${HERE}`),
    );
    expect(viewOf(`viewer:${HERE}`)).not.toBe(viewOf(`viewer:${THERE}`));
    expect(viewOf("viewer")).toBe(viewOf("operator"));
  });
});

describe("a connection", () => {
  const at = (vpnGatewayId: string | null, customerGatewayIds: string[], regionId = HERE) =>
    connection("vco-1", [], { vpnGatewayId, customerGatewayIds, regionId });

  it.each([
    ["viewer", at("vpn-9", []), true],
    [`viewer:${HERE}`, at("vpn-9", []), true],
    [`viewer:${HERE}`, at("vpn-9", [], THERE), false],
    [`viewer:${HERE}/vpn-1`, at("vpn-1", []), true],
    [`viewer:${HERE}/vpn-1`, at("vpn-1", [], THERE), false],
    [`viewer:${HERE}/vpn-1`, at("vpn-10", ["cgw-1"]), false],
    [`viewer:${HERE}/vpn-1`, at(null, ["cgw-1"]), false],
    [`viewer:${HERE}/vpn-1`, at(null, []), false],
    // One tunnel of it is enough.
    [`viewer:${HERE}/cgw-2`, at("vpn-9", ["cgw-1", "cgw-2"]), true],
    [`viewer:${HERE}/cgw-2`, at(null, ["cgw-2"]), true],
    [`viewer:${HERE}/cgw-2`, at("vpn-9", ["cgw-1"]), false],
  ])("is for %s seen or not: %#", (role, one, expected) => {
    expect(readerWith([role]).seesConnection(one)).toBe(expected);
  });
});

describe("a gateway", () => {
  it("is named in its own region only", () => {
    const reader = readerWith([`viewer:${HERE}/vpn-1`]);
    expect(reader.isNamed(HERE, "vpn-1")).toBe(true);
    expect(reader.isNamed(HERE, "vpn-2")).toBe(false);
    expect(reader.isNamed(THERE, "vpn-1")).toBe(false);
    expect(readerWith(["viewer"]).isNamed(HERE, "vpn-1")).toBe(false);
  });
});

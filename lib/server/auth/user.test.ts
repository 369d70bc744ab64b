import { describe, expect, it } from "vitest";
import type { Scope } from "@/lib/server/auth/user";
import { userWith } from "@/lib/server/testing/users";
import { connection } from "@/lib/vpn/testing/connections";

const HERE = "cn-hangzhou";
const THERE = "eu-central-1";

const viewOf = (...roles: string[]) => userWith(roles).scopeKey;

describe("what a user sees of a region", () => {
  it.each<[string[], Scope, Scope]>([
    [["operator"], "all", "all"],
    [["viewer"], "all", "all"],
    [[`viewer:${HERE}`], "all", "nothing"],
    [[`viewer:${HERE}/vpn-1`], "some", "nothing"],
    [[`viewer:${HERE}/cgw-1`, `viewer:${THERE}`], "some", "all"],
  ])("with %j: %s here and %s there", (roles, here, there) => {
    const user = userWith(roles);
    expect(user.scopeOf(HERE)).toBe(here);
    expect(user.scopeOf(THERE)).toBe(there);
    expect(user.places.length > 0).toBe(here !== "all" || there !== "all");
    expect(user.scopeKey === "").toBe(user.places.length === 0);
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
    expect(userWith([role]).mayReadConnection(one)).toBe(expected);
  });
});

describe("a gateway", () => {
  it("is named in its own region only", () => {
    const user = userWith([`viewer:${HERE}/vpn-1`]);
    expect(user.isNamed(HERE, "vpn-1")).toBe(true);
    expect(user.isNamed(HERE, "vpn-2")).toBe(false);
    expect(user.isNamed(THERE, "vpn-1")).toBe(false);
    expect(userWith(["viewer"]).isNamed(HERE, "vpn-1")).toBe(false);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { visiblePart } from "@/lib/server/inventory/snapshots";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const REGION = "region-1";

afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const of = (id: string, vpnGatewayId: string, customerGatewayId = "cgw-x") =>
  connection(id, [tunnel(null)], {
    regionId: REGION,
    vpnGatewayId,
    customerGatewayIds: [customerGatewayId],
  });
const snapshot: RegionSnapshot = {
  regionId: REGION,
  version: "1",
  vpnConnections: [of("vco-a", "vpn-a"), of("vco-b", "vpn-b"), of("vco-c", "vpn-b", "cgw-y")],
  unreadable: [{ regionId: REGION, vpnConnectionId: null, fields: ["VpnConnectionId"] }],
  requestId: "R-1",
  fetchedAt: 5,
};
const partOf = (user = OPERATOR, whole = snapshot) => visiblePart(whole, user);
const idsOf = ({ vpnConnections }: RegionSnapshot) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

describe("what a user may see of a snapshot", () => {
  it.each([["operator"], [`viewer:${REGION}`]])("is the snapshot itself for %s", (role) => {
    expect(partOf(userWith([role]))).toBe(snapshot);
  });

  it.each([
    ["vpn-a", ["vco-a"]],
    ["cgw-y", ["vco-c"]],
    ["vpn-none", []],
  ])("who is limited to %s is %j, and not what could not be read", (gateway, ids) => {
    const part = partOf(userWith([`viewer:${REGION}/${gateway}`]));
    expect(idsOf(part)).toEqual(ids);
    expect(part).toMatchObject({ unreadable: [], version: "1", requestId: "R-1", fetchedAt: 5 });
  });

  it("who is limited to another region is nothing", () => {
    expect(idsOf(partOf(userWith(["viewer:region-2"])))).toEqual([]);
  });

  it("is found once for all who may see the same, while the connections stay", () => {
    const first = partOf(userWith([`viewer:${REGION}/vpn-b`]));
    const other = partOf(userWith([`viewer:${REGION}/vpn-a`]));
    const newer = { ...snapshot, fetchedAt: 9 };
    const again = partOf(userWith([`viewer:${REGION}/vpn-b`]), newer);
    expect(again.vpnConnections).toBe(first.vpnConnections);
    expect(again.fetchedAt).toBe(9);
    expect(other.vpnConnections).not.toBe(first.vpnConnections);
  });
});

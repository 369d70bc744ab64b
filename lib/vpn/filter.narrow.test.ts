import { describe, expect, it } from "vitest";
import { narrow } from "@/lib/vpn/filter";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { ReadConnections } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const up = [tunnel("ipsec_sa_established")];
const tagged = (...tags: [key: string, value: string][]) => ({
  tags: tags.map(([key, value]) => ({ key, value })),
});

const REGION: ReadConnections = {
  vpnConnections: [
    connection("vco-1", up, { vpnGatewayId: "vpn-1", customerGatewayIds: ["cgw-1", "cgw-2"] }),
    connection("vco-2", up, { resourceGroupId: "rg-1", ...tagged(["env", "prod"], ["team", "a"]) }),
    connection("vco-3", up, {
      vpnGatewayId: null,
      customerGatewayIds: [],
      ...tagged(["env", "prod"], ["note", ""], ["url", "http://h:1/"]),
    }),
  ],
  unreadable: [
    { regionId: "cn-hangzhou", vpnConnectionId: "vco-x", fields: [] },
    { regionId: "cn-hangzhou", vpnConnectionId: null, fields: [] },
  ],
  requestId: "R-1",
  fetchedAt: 42,
};

const narrowed = (filters: Partial<typeof NO_PARAMETERS>) =>
  narrow(REGION, { ...NO_PARAMETERS, ...filters });

const unreadableOf = (filters: Partial<typeof NO_PARAMETERS>) =>
  narrowed(filters).unreadable.map(({ vpnConnectionId }) => vpnConnectionId);

describe("a region narrowed by what the API can filter", () => {
  it.each<[Partial<typeof NO_PARAMETERS>, string[]]>([
    [{ vpnGatewayId: "vpn-1" }, ["vco-1", "vco-2"]],
    [{ vpnGatewayId: "vpn-1", customerGatewayId: "cgw-2" }, ["vco-1"]],
    [{ customerGatewayId: "cgw-1" }, ["vco-1", "vco-2"]],
    [{ vpnConnectionId: "vco-3" }, ["vco-3"]],
    [{ vpnConnectionId: "vco" }, []],
    [{ resourceGroupId: "rg-1" }, ["vco-2"]],
    [{ tag: ["env:prod"] }, ["vco-2", "vco-3"]],
    [{ tag: ["env:prod", "team:a"] }, ["vco-2"]],
    [{ tag: ["note:"] }, ["vco-3"]],
    [{ tag: ["url:http://h:1/"] }, ["vco-3"]],
    [{ tag: ["ENV:prod"] }, []],
  ])("to %j has the connections that have all of it", (filters, expected) => {
    const { vpnConnections } = narrowed(filters);
    expect(vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId)).toEqual(expected);
  });

  it("to nothing is the same region", () => {
    expect(narrowed({})).toBe(REGION);
    expect(narrowed({ status: ["down"], q: "x" })).toBe(REGION);
  });

  it("keeps what could not be read, which only another id rules out", () => {
    expect(unreadableOf({ vpnGatewayId: "vpn-none", tag: ["a:b"] })).toEqual(["vco-x", null]);
    expect(unreadableOf({ vpnConnectionId: "vco-x" })).toEqual(["vco-x", null]);
    expect(unreadableOf({ vpnConnectionId: "vco-1" })).toEqual([null]);
  });

  it("tells when and how it was read as before", () => {
    expect(narrowed({ tag: ["a:b"] })).toMatchObject({ requestId: "R-1", fetchedAt: 42 });
  });
});

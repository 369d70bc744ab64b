import { describe, expect, it } from "vitest";
import {
  customerGatewayRows,
  transitRoutersOf,
  unattachedCountOf,
  vpnGatewayRows,
} from "@/lib/vpn/gateway-rows";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import { listedCustomerGateway, listedVpnGateway, usedRegion } from "@/lib/vpn/testing/gateways";

const region = usedRegion(["down", "up", "degraded", "unknown", "up"]);

describe("the VPN gateways of a region", () => {
  const gateway = listedVpnGateway("vpn-1", [], { name: "core", spec: "200M" });
  const unused = listedVpnGateway("vpn-2", [], { name: "idle" });

  it("have counts of their connections and the worst of them; those without connections, too", () => {
    const vpnGateways = new Map([
      ["vpn-1", gateway],
      ["vpn-2", unused],
    ]);
    expect(vpnGatewayRows({ ...region, vpnGateways }, true)).toMatchObject([
      {
        vpnGatewayId: "vpn-1",
        name: "core",
        spec: "200M",
        isListed: true,
        connectionCount: 5,
        counts: { down: 1, degraded: 1, unknown: 1, up: 2 },
        verdict: "down",
      },
      { vpnGatewayId: "vpn-2", isListed: true, connectionCount: 0, verdict: null },
    ]);
  });

  it("that only connections name are there with what those tell", () => {
    const [read] = vpnGatewayRows(region, true);
    expect(read).toMatchObject({ vpnGatewayId: "vpn-1", isListed: false, connectionCount: 5 });
    expect(read).toMatchObject({ name: "", internetIp: null, endTime: null, tags: [] });
    const [unread] = vpnGatewayRows(region, false);
    expect(unread).toMatchObject({ isListed: null, verdict: "down" });
  });

  it("have the findings of their connections and their own", () => {
    const marks = new Map([
      ["vpn-1", { critical: 1, high: 0 }],
      ["vco-2", { critical: 0, high: 2 }],
      ["vco-elsewhere", { critical: 9, high: 9 }],
    ]);
    const [row] = vpnGatewayRows({ ...region, marks }, true);
    expect(row?.findingCounts).toEqual({ critical: 1, high: 2 });
  });
});

describe("customer gateways", () => {
  it("count a connection once, however many of its tunnels end there", () => {
    const pair = connection("vco-1", [tunnel(null)], { customerGatewayIds: ["cgw-1", "cgw-2"] });
    const rows = customerGatewayRows({ ...region, vpnConnections: [pair] }, true);
    expect(rows.map((row) => [row.customerGatewayId, row.connectionCount])).toEqual([
      ["cgw-1", 1],
      ["cgw-2", 1],
    ]);
    // Whether one that is not listed has a key is not known.
    expect(rows[0]?.authKey).toBeNull();
  });

  it("keep what the API tells of them", () => {
    const gateway = {
      ...listedCustomerGateway("cgw-1"),
      asn: 65_001,
      authKey: { configured: true },
    };
    const customerGateways = new Map([["cgw-1", gateway]]);
    const [row] = customerGatewayRows({ ...region, customerGateways }, true);
    expect(row).toMatchObject({ asn: 65_001, authKey: { configured: true }, connectionCount: 5 });
  });
});

const on = (id: string, more: object) => connection(id, [tunnel(null)], more);

it("connections on no gateway are told of by what they are attached to", () => {
  const connections = [
    on("vco-1", { vpnGatewayId: null, transitRouterId: "tr-1", transitRouterName: "hub" }),
    on("vco-2", { vpnGatewayId: null, transitRouterId: "tr-1", transitRouterName: "hub" }),
    on("vco-3", { vpnGatewayId: null }),
    on("vco-4", {}),
  ];
  expect(transitRoutersOf(connections)).toEqual([
    {
      regionId: "cn-hangzhou",
      transitRouterId: "tr-1",
      transitRouterName: "hub",
      connectionCount: 2,
    },
  ]);
  expect(unattachedCountOf(connections)).toBe(1);
});

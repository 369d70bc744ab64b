import { describe, expect, it } from "vitest";
import { CUSTOMER_GATEWAY_KIND, VPN_GATEWAY_KIND } from "@/lib/vpn/gateway-kinds";
import { type GatewayParameters, NO_GATEWAY_PARAMETERS } from "@/lib/vpn/gateway-parameters";
import { selectGateways } from "@/lib/vpn/gateway-selection";
import { listedCustomerGateway, listedVpnGateway } from "@/lib/vpn/testing/gateways";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30);

const GATEWAYS = [
  listedVpnGateway("vpn-unused", []),
  listedVpnGateway("vpn-up", ["up"], { name: "site 10", internetIp: "203.0.113.1" }),
  listedVpnGateway("vpn-ends", ["up"], { endTime: NOW + 5 * DAY, vpcId: "vpc-1" }),
  listedVpnGateway("vpn-gone", ["up"], { isListed: false }),
  listedVpnGateway("vpn-locked", ["up"], { businessStatus: "FinancialLocked" }),
  listedVpnGateway("vpn-ended", ["up"], { endTime: NOW - DAY, spec: "5M" }),
  listedVpnGateway("vpn-unknown", ["unknown", "up"], { spec: "200M", resourceGroupId: "rg-1" }),
  listedVpnGateway("vpn-worse", ["up", "degraded"], { name: "site 9" }),
  listedVpnGateway("vpn-down-b", ["down", "up"], { tags: [{ key: "env", value: "prod" }] }),
  listedVpnGateway("vpn-down-a", ["down", "degraded"]),
];

const select = (asked: Partial<GatewayParameters>) =>
  selectGateways(VPN_GATEWAY_KIND, GATEWAYS, { ...NO_GATEWAY_PARAMETERS, ...asked }, NOW);
const idsOf = (asked: Partial<GatewayParameters>) =>
  select(asked).found.map(({ vpnGatewayId }) => vpnGatewayId.replace("vpn-", ""));

const WORST_FIRST = [
  "down-a",
  "down-b",
  "worse",
  "unknown",
  "ended",
  "locked",
  "gone",
  "ends",
  "up",
  "unused",
];

describe("the order of gateways", () => {
  it("begins with what is wrong: with connections, then with gateways; ties go by id", () => {
    expect(idsOf({})).toEqual(WORST_FIRST);
    expect(idsOf({ sort: "verdict" })).toEqual(WORST_FIRST);
    expect(idsOf({ sort: "-verdict" }).slice(-2)).toEqual(["down-a", "down-b"]);
  });

  it("is that of a field where one is asked for, what has no value last", () => {
    expect(idsOf({ sort: "name" }).slice(0, 2)).toEqual(["worse", "up"]);
    expect(idsOf({ sort: "-name" }).slice(0, 2)).toEqual(["up", "worse"]);
    expect(idsOf({ sort: "spec" }).slice(0, 2)).toEqual(["ended", "unknown"]);
    expect(idsOf({ sort: "endTime" }).slice(0, 2)).toEqual(["ended", "ends"]);
    expect(idsOf({ sort: "-connectionCount" }).slice(0, 3)).toEqual([
      "down-a",
      "down-b",
      "unknown",
    ]);
  });
});

describe("filters", () => {
  it.each<[Partial<GatewayParameters>, string[]]>([
    [{ status: ["degraded"] }, ["down-a", "worse"]],
    [{ status: ["unknown", "degraded"] }, ["down-a", "worse", "unknown"]],
    [{ vpcId: "vpc-1" }, ["ends"]],
    [{ resourceGroupId: "rg-1" }, ["unknown"]],
    [{ tag: ["env:prod"] }, ["down-b"]],
    [{ tag: ["env:prod"], vpcId: "vpc-1" }, []],
  ])("%j", (asked, expected) => expect(idsOf(asked)).toEqual(expected));

  it("leave the counts of what status could ask for as they are", () => {
    const statusCounts = { down: 2, degraded: 2, unknown: 1, up: 8 };
    expect(select({}).statusCounts).toEqual(statusCounts);
    expect(select({ status: ["down"] }).statusCounts).toEqual(statusCounts);
    expect(select({ vpcId: "vpc-1" }).statusCounts).toEqual({ ...NOTHING, up: 1 });
  });
});

const NOTHING = { down: 0, degraded: 0, unknown: 0, up: 0 };

describe("a search", () => {
  it.each([
    ["vpn-up", ["up"]],
    ["site", ["worse", "up"]],
    ["SITE 9", ["worse"]],
    ["203.0.113.1", ["up"]],
    ["203.0.113.0/24", []],
    ["vpc-1", ["ends"]],
    ["env:prod", ["down-b"]],
    ["env=prod", ["down-b"]],
    ["rg-1", ["unknown"]],
    ["nowhere", []],
  ])("finds %s", (q, expected) => expect(idsOf({ q })).toEqual(expected));

  it("finds customer gateways by address and ASN", () => {
    const gateways = [
      listedCustomerGateway("cgw-1", { ipAddress: "198.51.100.1", asn: 65_001, name: "works" }),
      listedCustomerGateway("cgw-2", { ipAddress: "198.51.100.2", asn: 65_002 }),
    ];
    const find = (q: string) =>
      selectGateways(CUSTOMER_GATEWAY_KIND, gateways, { ...NO_GATEWAY_PARAMETERS, q }, NOW).found;
    expect(find("65001")).toEqual([gateways[0]]);
    expect(find("198.51.100.2")).toEqual([gateways[1]]);
    expect(find("works")).toEqual([gateways[0]]);
  });

  it("keeps an order that is asked for", () => {
    expect(idsOf({ q: "site", sort: "-name" })).toEqual(["up", "worse"]);
  });
});

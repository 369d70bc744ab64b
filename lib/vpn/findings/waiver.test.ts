import { describe, expect, it } from "vitest";
import { connection as connectionOf, tunnel } from "@/lib/vpn/testing/connections";
import type { Finding } from "@/lib/vpn/findings/finding";
import { type Waiver, waiverFor } from "@/lib/vpn/findings/waiver";

const NOW = 1_000;

const connection = connectionOf("vco-1", [tunnel(null)], {
  customerGatewayIds: ["cgw-1"],
  tags: [{ key: "env", value: "test" }],
});

const finding: Finding = {
  rule: "dh-group-2",
  severity: "high",
  regionId: "cn-hangzhou",
  vpnConnectionId: "vco-1",
  vpnGatewayId: "vpn-1",
  tunnel: null,
  name: "one",
  evidence: [],
  values: {},
};

const waiver = (given: Partial<Waiver>): Waiver => ({
  rules: ["dh-group-2"],
  regionId: null,
  vpnGatewayId: null,
  customerGatewayId: null,
  vpnConnectionId: null,
  tag: null,
  reason: "known",
  until: NOW + 1,
  lastDay: null,
  ...given,
});

const holds = (given: Partial<Waiver>) =>
  waiverFor(finding, connection, [waiver(given)], NOW) !== null;

describe("a waiver", () => {
  it.each<Partial<Waiver>>([
    { regionId: "cn-hangzhou" },
    { vpnGatewayId: "vpn-1" },
    { customerGatewayId: "cgw-1" },
    { vpnConnectionId: "vco-1" },
    { tag: { key: "env", value: "test" } },
    { regionId: "cn-hangzhou", tag: { key: "env", value: "test" } },
    { regionId: "cn-hangzhou", rules: ["ike-version-1", "dh-group-2"] },
  ])("holds for %j", (given) => {
    expect(holds(given)).toBe(true);
  });

  it.each<Partial<Waiver>>([
    { regionId: "cn-beijing" },
    { vpnGatewayId: "vpn-2" },
    { customerGatewayId: "cgw-2" },
    { vpnConnectionId: "vco-2" },
    { tag: { key: "env", value: "prod" } },
    { tag: { key: "team", value: "test" } },
    { regionId: "cn-hangzhou", tag: { key: "env", value: "prod" } },
    { regionId: "cn-hangzhou", rules: ["dh-group-5"] },
    { regionId: "cn-hangzhou", until: NOW },
  ])("does not hold for %j", (given) => {
    expect(holds(given)).toBe(false);
  });

  it("of a tag or a customer gateway does not hold for a finding about a gateway", () => {
    const ofGateway = { ...finding, vpnConnectionId: null };
    const given = [{ tag: { key: "env", value: "test" } }, { customerGatewayId: "cgw-1" }];
    for (const one of given) {
      expect(waiverFor(ofGateway, null, [waiver(one)], NOW)).toBeNull();
    }
    const region = waiver({ regionId: "cn-hangzhou" });
    expect(waiverFor(ofGateway, null, [region], NOW)).toBe(region);
  });

  it("that ends last is shown where several hold", () => {
    const regionId = "cn-hangzhou";
    const last = waiver({ regionId, until: NOW + 10 });
    const others = [waiver({ regionId }), last, waiver({ regionId, until: NOW + 5 })];
    expect(waiverFor(finding, connection, others, NOW)).toBe(last);
  });
});

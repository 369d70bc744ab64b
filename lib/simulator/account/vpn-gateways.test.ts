import { describe, expect, it } from "vitest";
import { buildAccount } from "./account";
import { healthOf } from "./health";

const day = 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

const build = (regions: number, connections: number, seed = 7, now = NOW) =>
  buildAccount({ regions, connections, seed, now, secrets: {} });

const gatewaysOf = (...size: [number, number]) =>
  build(...size).flatMap(({ vpnGateways }) => vpnGateways);

/** The accounts of the tests and of the demo, and one that shares nothing with them. */
describe.each([
  [8, 120, 7],
  [12, 300, 7],
  [1, 40, 1234],
])("%i regions, %i connections, seed %i: cn-hangzhou", (regions, total, seed) => {
  const [{ connections, vpnGateways } = { connections: [], vpnGateways: [] }] = build(
    regions,
    total,
    seed,
  );
  const healths = (name: string) => {
    const id = vpnGateways.find(({ Name }) => Name === name)?.VpnGatewayId;
    return connections.filter(({ VpnGatewayId }) => VpnGatewayId === id).map(healthOf);
  };

  it("begins with a gateway of about ten connections in every condition, to be renewed soon", () => {
    const [first] = vpnGateways;
    expect(connections[0]?.VpnGatewayId).toBe(first?.VpnGatewayId);
    expect(connections[0]?.Name).toBe("hz-prod-to-frankfurt-dc1");
    expect(first).toMatchObject({
      ChargeType: "Prepay",
      EndTime: NOW + 12 * day,
      Status: "active",
    });
    expect(first?.SslVpnInternetIp).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(first?.EniInstanceIds?.EniInstanceId).toHaveLength(2);
    expect(first?.Tags?.Tag).toHaveLength(2);
    expect(healths("vgw-hz-core")).toHaveLength(9);
    expect(new Set(healths("vgw-hz-core"))).toEqual(new Set(["up", "degraded", "down", "never"]));
  });

  it("has gateways of one and of two connections, one enhanced and one past its end", () => {
    expect(healths("vgw-hz-next-gen")).toEqual(["up"]);
    expect(healths("vgw-hz-branches")).toEqual(["up", "down"]);
    const enhanced = vpnGateways.find(({ Name }) => Name === "vgw-hz-next-gen");
    expect(enhanced?.GatewayType).toBe("Enhanced.SiteToSite");
    expect(enhanced).not.toHaveProperty("Status");
    expect(enhanced).not.toHaveProperty("ChargeType");
    const past = vpnGateways.filter(({ EndTime }) => EndTime !== undefined && EndTime < NOW);
    expect(past.map(({ Name }) => Name)).toEqual(["vgw-hz-branches"]);
  });
});

describe("VPN gateways", () => {
  const all = gatewaysOf(36, 3000);

  it("have an end exactly when they are prepaid, most of it months away", () => {
    const prepaid = all.filter(({ ChargeType }) => ChargeType === "Prepay");
    expect(all.filter(({ EndTime }) => EndTime !== undefined)).toEqual(prepaid);
    const soon = prepaid.filter(({ EndTime = 0 }) => EndTime < NOW + 60 * day);
    expect(soon.map(({ Name }) => Name)).toEqual(["vgw-hz-core", "vgw-hz-branches"]);
    expect(prepaid.length).toBeGreaterThan(20);
  });

  it("have an address for SSL where Alibaba's documentation says so", () => {
    const expected = all.filter(
      ({ SslVpn, NetworkType, DisasterRecoveryInternetIp }) =>
        SslVpn === "enable" && NetworkType === "public" && DisasterRecoveryInternetIp !== undefined,
    );
    expect(all.filter(({ SslVpnInternetIp }) => SslVpnInternetIp !== undefined)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  });

  it("are locked in one case, outside cn-hangzhou", () => {
    const account = build(2, 20);
    const locked = account.map(({ vpnGateways }) =>
      vpnGateways.filter(({ BusinessStatus }) => BusinessStatus === "FinancialLocked"),
    );
    expect(locked.map(({ length }) => length)).toEqual([0, 1]);
    expect(locked[1]?.[0]).toMatchObject({ ChargeType: "PostpayByFlow", Name: "vgw-sh-stores" });
  });

  it("change nothing but their ends with the clock", () => {
    const later = JSON.stringify(build(3, 200, 7, NOW + day), (key, value: unknown) =>
      key === "EndTime" ? Number(value) - day : value,
    );
    expect(later).toBe(JSON.stringify(build(3, 200)));
  });
});

it("some gateways of either kind have tags, others none", () => {
  for (const { vpnGateways, customerGateways } of build(1, 200)) {
    for (const gateways of [vpnGateways, customerGateways]) {
      const tagged = gateways.filter(({ Tags }) => Tags !== undefined);
      expect(tagged.length).toBeGreaterThan(0);
      expect(tagged.length).toBeLessThan(gateways.length);
      expect(tagged.every(({ Tags }) => Tags?.Tag.length)).toBe(true);
    }
  }
});

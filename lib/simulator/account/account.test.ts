import { describe, expect, it } from "vitest";
import { buildAccount, type AccountOptions } from "./account";
import type { SimulatedRegion } from "./region-connections";
import { healthOf, tunnelsOf } from "./health";
import type { VpnConnection } from "./wire";

const NOW = Date.UTC(2026, 10, 23);

function build(options: Partial<AccountOptions> = {}): SimulatedRegion[] {
  return buildAccount({ regions: 8, connections: 120, seed: 7, now: NOW, secrets: {}, ...options });
}

function connectionsOf(account: SimulatedRegion[]): VpnConnection[] {
  return account.flatMap(({ connections }) => connections);
}

function masked(json: string): string {
  return json.replace(/"(Psk|AuthKey)":"[^"]+"/g, '"$1":"-"');
}

describe("the account's size", () => {
  it.each([
    [1, 0],
    [1, 1],
    [3, 7],
    [4, 2],
    [8, 120],
    [12, 300],
    [30, 10_000],
    [36, 5003],
  ])("of %i regions is %i connections", (regions, connections) => {
    const account = build({ regions, connections });
    expect(account).toHaveLength(regions);
    expect(connectionsOf(account)).toHaveLength(connections);
    expect(account[0]?.region.id).toBe("cn-hangzhou");
  });

  it("leaves one region empty and makes cn-hangzhou the largest", () => {
    const sizes = build().map(({ connections }) => connections.length);
    expect(sizes.filter((size) => size === 0)).toHaveLength(1);
    expect(sizes.slice(1).every((size) => size < (sizes[0] ?? 0))).toBe(true);
  });

  it.each([{ regions: 0 }, { regions: 37 }, { regions: 1.5 }, { connections: -1 }, { seed: NaN }])(
    "refuses %o",
    (options) => {
      expect(() => build(options)).toThrow(RangeError);
    },
  );
});

describe("the account", () => {
  it("follows from its seed", () => {
    expect(build()).toEqual(build());
    expect(build({ seed: 8 })).not.toEqual(build());
  });

  it("has each id once", () => {
    const account = build({ connections: 5000 });
    const ids = account.flatMap((part) => [
      ...part.connections.map(({ VpnConnectionId }) => VpnConnectionId),
      ...part.connections.flatMap(tunnelsOf).map(({ TunnelId }) => TunnelId),
      ...part.vpnGateways.map(({ VpnGatewayId }) => VpnGatewayId),
      ...part.customerGateways.map(({ CustomerGatewayId }) => CustomerGatewayId),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(account[0]?.connections[0]?.VpnConnectionId).toMatch(/^vco-bp1[a-z0-9]{17}$/);
  });

  it.each([
    [120, 0.02],
    [5000, 0.005],
  ])("of %i is mostly healthy", (connections, tolerance) => {
    const all = connectionsOf(build({ connections })).map(healthOf);
    const share = (state: string) => all.filter((other) => other === state).length / all.length;
    expect(Math.abs(share("up") - 0.88)).toBeLessThan(tolerance);
    expect(Math.abs(share("degraded") - 0.05)).toBeLessThan(tolerance);
    expect(Math.abs(share("down") - 0.04)).toBeLessThan(tolerance);
    expect(Math.abs(share("never") - 0.03)).toBeLessThan(tolerance);
  });

  it("names only gateways that its region has, each older than its connections", () => {
    for (const { connections, vpnGateways, customerGateways } of build({ connections: 1000 })) {
      const created = new Map(
        vpnGateways.map(({ VpnGatewayId, CreateTime }) => [VpnGatewayId, CreateTime]),
      );
      const customers = new Set(customerGateways.map(({ CustomerGatewayId: id }) => id));
      for (const connection of connections) {
        const age = created.get(connection.VpnGatewayId ?? "");
        expect(connection.AttachType === "VPNGW").toBe(age !== undefined);
        expect(age ?? 0).toBeLessThan(connection.CreateTime);
        const ends = [connection, ...tunnelsOf(connection)];
        const named = ends.map(({ CustomerGatewayId: id }) => id).filter((id) => id !== "");
        expect(named.every((id) => customers.has(id))).toBe(true);
      }
    }
  });

  it("gives no two VPN gateways' VPCs the same network", () => {
    const owners = new Map<string, string>();
    for (const { VpnGatewayId, LocalSubnet } of connectionsOf(build({ connections: 3000 }))) {
      if (VpnGatewayId === undefined || LocalSubnet === "0.0.0.0/0") continue;
      const [first, second, third] = LocalSubnet.split(".");
      const network = `${first}.${second}.${Math.floor(Number(third) / 16) * 16}`;
      expect(owners.get(network) ?? VpnGatewayId).toBe(VpnGatewayId);
      owners.set(network, VpnGatewayId);
    }
  });

  it("carries fixed secrets everywhere and is otherwise unchanged by them", () => {
    const fixed = JSON.stringify(build({ secrets: { psk: "psk-canary", authKey: "key-canary" } }));
    expect(masked(fixed)).toBe(masked(JSON.stringify(build())));
    expect(fixed.match(/"Psk":"(?!psk-canary")/g)).toBeNull();
    expect(fixed.match(/"AuthKey":"(?!key-canary")/g)).toBeNull();
    expect(fixed).toContain('"Psk":"psk-canary"');
    expect(fixed).toContain('"AuthKey":"key-canary"');
  });
});

describe("the wire's shape", () => {
  const all = connectionsOf(build({ connections: 1000 }));

  it("has no null and no number that JSON cannot write", () => {
    expect(JSON.stringify(build({ connections: 1000 }))).not.toContain("null");
  });

  it("keeps the connection level of dual-tunnel connections empty and tunnel scalars strings", () => {
    const dual = all.filter((connection) => tunnelsOf(connection).length > 0);
    expect(dual.length).toBeGreaterThan(300);
    for (const connection of dual) {
      expect(connection).toMatchObject({ CustomerGatewayId: "", Status: "", EnableDpd: false });
      expect(connection).not.toHaveProperty("IkeConfig");
      for (const tunnel of tunnelsOf(connection)) {
        expect(typeof tunnel.EnableDpd).toBe("string");
        expect(typeof tunnel.TunnelIkeConfig.IkeLifetime).toBe("string");
        expect(typeof (tunnel.TunnelBgpConfig?.LocalAsn ?? "")).toBe("string");
      }
    }
  });

  it("tells a transit router's tunnels apart by index, a VPN gateway's by role", () => {
    for (const connection of all.filter((each) => tunnelsOf(each).length > 0)) {
      const onGateway = connection.AttachType === "VPNGW";
      const tunnels = tunnelsOf(connection).map(({ Role, TunnelIndex }) => [Role, TunnelIndex]);
      expect(tunnels).toEqual(
        onGateway
          ? [
              ["master", undefined],
              ["slave", undefined],
            ]
          : [
              ["master", 1],
              ["master", 2],
            ],
      );
    }
  });
});

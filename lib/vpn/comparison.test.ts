import { describe, expect, it } from "vitest";
import { differencesOf } from "@/lib/vpn/comparison";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { IkeConfig, VpnTunnel } from "@/lib/vpn/types";

const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";

/** One that reports nothing of its IKE configuration. */
const silent = (): VpnTunnel => {
  const one = tunnel(UP);
  return { ...one, ikeConfig: { ...one.ikeConfig, ikeVersion: null, remoteId: null } };
};

const ike = (more: Partial<IkeConfig>, status = UP): VpnTunnel => {
  const one = tunnel(status);
  return { ...one, ikeConfig: { ...one.ikeConfig, ...more } };
};
const brief = ({ differences }: ReturnType<typeof differencesOf>) =>
  differences.map(({ field, tunnel: number, byNature, values }) => [
    field,
    number,
    byNature,
    ...values,
  ]);

describe("two connections", () => {
  it("are compared in their settings and, apart, in what differs between any two", () => {
    const one = connection("vco-1", [ike({ ikePfs: "group14", ikeLifetime: 86_400 })], {
      effectImmediately: true,
      localSubnets: ["10.1.0.0/16", "10.2.0.0/16"],
      tags: [{ key: "team", value: "a" }],
    });
    const other = connection("vco-2", [ike({ ikePfs: "group2", ikeLifetime: 86_400 }, DOWN)], {
      effectImmediately: null,
      localSubnets: ["10.2.0.0/16", "10.1.0.0/16"],
      vpnGatewayId: "vpn-2",
    });
    const compared = differencesOf(one, other);
    expect(brief(compared)).toEqual([
      ["effectImmediately", null, false, "true", null],
      ["vpnGatewayId", null, true, "vpn-1", "vpn-2"],
      ["tags", null, true, "team:a", null],
      ["status", 1, true, UP, DOWN],
      ["ikePfs", 1, false, "group14", "group2"],
    ]);
    expect(compared).toMatchObject({
      of: "connections",
      subjects: [
        { vpnConnectionId: "vco-1", tunnel: null },
        { vpnConnectionId: "vco-2", tunnel: null },
      ],
    });
  });

  it("of which one has a pair of tunnels are compared in the first, and in the mode", () => {
    const pair = [ike({ ikePfs: "group14" }), ike({ ikePfs: "group2" })];
    const one = connection("vco-1", pair);
    const other = connection("vco-2", [ike({ ikePfs: "group5" })]);
    expect(brief(differencesOf(one, other))).toEqual([
      ["tunnelMode", null, false, "dual", "single"],
      ["ikePfs", 1, false, "group14", "group5"],
    ]);
  });

  it("differ in a health check that only one has, and in values that have no meaning", () => {
    const healthCheck = {
      enable: true,
      status: null,
      dip: "10.1.1.1",
      sip: null,
      interval: 3,
      retry: null,
      policy: null,
      oddValues: [{ field: "retry", value: "often" }],
    };
    const one = connection("vco-1", [tunnel(UP)], { healthCheck });
    expect(brief(differencesOf(one, connection("vco-2", [tunnel(UP)])))).toEqual([
      ["healthEnable", null, false, "true", null],
      ["interval", null, false, "3", null],
      ["retry", null, false, "often", null],
      ["dip", null, true, "10.1.1.1", null],
    ]);
  });

  it("do not differ in how words are spelled, nor is anything told of keys but that they are set", () => {
    const key = { configured: true, fingerprint: "x" };
    const one = connection("vco-1", [ike({ ikeEncAlg: "AES256", psk: key })]);
    const other = connection("vco-2", [ike({ ikeEncAlg: "aes256", psk: { configured: true } })]);
    expect(brief(differencesOf(one, other))).toEqual([]);
    const without = connection("vco-3", [ike({ ikeEncAlg: "aes256" })]);
    expect(brief(differencesOf(one, without))).toEqual([["psk", 1, false, "true", "false"]]);
    const unknown = brief(differencesOf(one, connection("vco-4", [silent()])));
    expect(unknown).toContainEqual(["psk", 1, false, "true", null]);
  });
});

describe("the tunnels of a connection", () => {
  it("are compared with each other", () => {
    const pair = [ike({ ikeLifetime: 86_400 }), ike({ ikeLifetime: 3_600 }, DOWN)];
    const compared = differencesOf(connection("vco-1", pair), null);
    expect(brief(compared)).toEqual([
      ["status", null, true, UP, DOWN],
      ["ikeLifetime", null, false, "86400", "3600"],
    ]);
    expect(compared).toMatchObject({ of: "tunnels", subjects: [{ tunnel: 1 }, { tunnel: 2 }] });
  });

  it("are not compared where there is one", () => {
    const compared = differencesOf(connection("vco-1", [tunnel(UP)]), null);
    expect(compared).toMatchObject({ subjects: [{ tunnel: 1 }], differences: [], settingCount: 0 });
  });
});

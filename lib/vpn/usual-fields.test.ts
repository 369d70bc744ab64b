import { describe, expect, it } from "vitest";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";
import { findUsual, type UsualFields, unusualOf } from "@/lib/vpn/usual-fields";

function usualOf(connections: VpnConnection[]): UsualFields {
  const work = findUsual(connections);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

function tunnelWith(ikePfs: string | null): VpnTunnel {
  const one = tunnel("ipsec_sa_established");
  return { ...one, ikeConfig: { ...one.ikeConfig, ikePfs, ikeMode: ikePfs } };
}

const withPfs = (...groups: (string | null)[]) => connection("vco-1", groups.map(tunnelWith));
const many = (count: number, one: VpnConnection) => Array.from({ length: count }, () => one);
const unusual = (one: VpnConnection, connections: VpnConnection[]) =>
  unusualOf(one, usualOf(connections))?.map(({ field, tunnel: number, own, value }) => [
    field,
    number,
    own,
    value,
  ]);

describe("what is usual", () => {
  it("is what nine tenths of those that report a field have", () => {
    const odd = withPfs("group2");
    const usual = withPfs("group14");
    expect(unusual(odd, [...many(9, usual), odd])).toEqual([["ikePfs", null, "group2", "group14"]]);
    expect(unusual(usual, [...many(9, usual), odd])).toEqual([]);
    expect(unusual(odd, [...many(17, usual), ...many(2, odd)])).toEqual([]);
    expect(unusualOf(odd, usualOf([...many(18, usual), ...many(2, odd)]))).toEqual([
      {
        group: "ike",
        field: "ikePfs",
        tunnel: null,
        own: "group2",
        value: "group14",
        count: 18,
        reportedCount: 20,
      },
    ]);
  });

  it("is not known of fewer than ten connections, nor of a field that fewer report", () => {
    const odd = withPfs("group2");
    expect(unusual(odd, [...many(8, withPfs("group14")), odd])).toBeUndefined();
    const silent = many(20, withPfs(null));
    expect(unusual(odd, [...many(8, withPfs("group14")), ...silent, odd])).toEqual([]);
  });

  it("is said of the tunnel that differs, and once where both differ alike", () => {
    const account = many(20, withPfs("group14", "GROUP14"));
    const told = (one: VpnConnection) => unusual(one, account);
    expect(told(withPfs("group14", "group5"))).toEqual([["ikePfs", 2, "group5", "group14"]]);
    expect(told(withPfs("group5", "group5"))).toEqual([["ikePfs", null, "group5", "group14"]]);
    expect(told(withPfs("group5", "group2"))).toEqual([
      ["ikePfs", 1, "group5", "group14"],
      ["ikePfs", 2, "group2", "group14"],
    ]);
    // What is not reported is not unusual; nor are the tunnels of a pair beside single ones a reason to say more.
    expect(told(withPfs(null, null))).toEqual([]);
    expect(told(withPfs("group14"))).toEqual([["tunnelMode", null, "single", "dual"]]);
  });

  it("leaves out identities, addresses and zones", () => {
    const account = many(20, connection("vco-1", [tunnel("ipsec_sa_established")]));
    const moved = connection("vco-2", [{ ...tunnel("x"), internetIp: "192.0.2.1", zoneNo: "z" }], {
      vpnGatewayId: "vpn-9",
      localSubnets: ["10.0.0.0/8"],
      resourceGroupId: "rg-9",
    });
    expect(unusual(moved, account)).toEqual([]);
  });
});

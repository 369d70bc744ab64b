import { describe, expect, it } from "vitest";
import { findingsIn, pair, single } from "@/lib/server/testing/findings";
import { describeRules, V1 } from "@/lib/server/testing/rule-cases";

describeRules([
  [
    "ikev1-multiple-subnets",
    "high",
    [
      { ike: V1, connection: { LocalSubnet: "10.10.0.0/16,10.11.0.0/16" } },
      {
        ike: { IkeVersion: "IKEV1" },
        connection: { RemoteSubnet: ["10.20.0.0/16", "10.21.0.0/16"] },
      },
    ],
    [
      { connection: { LocalSubnet: "10.10.0.0/16,10.11.0.0/16" } },
      { ike: V1 },
      { ike: V1, connection: { LocalSubnet: "10.10.0.0/16,10.10.0.0/16" } },
    ],
  ],
  [
    "ikev1-main-fqdn",
    "high",
    [
      { ike: { ...V1, LocalId: "gateway.example" } },
      { ike: { IkeVersion: "IKEv1", IkeMode: "Main", RemoteId: "@office" } },
    ],
    [
      { ike: { ...V1, IkeMode: "aggressive", LocalId: "gateway.example" } },
      { ike: { LocalId: "gateway.example" } },
      { ike: { ...V1, LocalId: "", RemoteId: "2001:db8::1" } },
      { ike: { ...V1, LocalId: " 203.0.113.9 " } },
      { ike: { ...V1, IkeMode: "", LocalId: "gateway.example" } },
    ],
  ],
  [
    "dpd-off",
    "low",
    [
      { tunnel: { EnableDpd: false } },
      { tunnel: { EnableDpd: "False" } },
      { tunnel: { EnableDpd: "disable" } },
    ],
    [
      { tunnel: { EnableDpd: "" } },
      { tunnel: { EnableDpd: "perhaps" } },
      { tunnel: { EnableDpd: "enable" } },
    ],
  ],
  [
    "bgp-down",
    "high",
    [
      { bgp: { BgpStatus: "false" } },
      { bgp: { Status: "FALSE", BgpStatus: undefined } },
      { bgp: { BgpStatus: false } },
    ],
    [
      { bgp: { BgpStatus: "false" }, tunnel: { Status: "ike_sa_not_established" } },
      { bgp: { BgpStatus: "" } },
      { bgp: { BgpStatus: "false", EnableBgp: "false" } },
      { bgp: { BgpStatus: "success" } },
    ],
  ],
  [
    "bgp-same-asn",
    "low",
    [{ bgp: { PeerAsn: 64_512 } }, { bgp: { LocalAsn: "64513", PeerAsn: "64513" } }],
    [
      { bgp: { LocalAsn: null, PeerAsn: null } },
      { bgp: { PeerAsn: "64512", EnableBgp: false } },
      { bgp: { PeerAsn: 64_514 } },
    ],
  ],
  [
    "bgp-cidr-duplicate",
    "high",
    [{ bgp: { PeerBgpIp: "169.254.99.2" } }, { bgp: { LocalBgpIp: "169.254.99.1" } }],
    [
      { bgp: { PeerBgpIp: "" } },
      { bgp: { TunnelCidr: "" } },
      { bgp: { PeerBgpIp: "fd00::2" } },
      { bgp: { PeerBgpIp: "the other end" } },
    ],
  ],
]);

describe("the rules", () => {
  it("have nothing against what is right, whatever the configuration of a pair that is left over", () => {
    expect(findingsIn([single(), pair({}, "vco-2"), pair({}, "vco-3")])).toEqual([]);
  });

  it("have nothing against a connection of which nothing is known", () => {
    expect(findingsIn([{ VpnConnectionId: "vco-1" }])).toEqual([]);
    const tunnels = { TunnelOptions: [{ TunnelId: "a" }, { TunnelId: "b" }] };
    expect(findingsIn([{ VpnConnectionId: "vco-2", TunnelOptionsSpecification: tunnels }])).toEqual(
      [],
    );
  });

  it("tell the worst first, and tunnels in their order", () => {
    const weak = { ike: { IkeEncAlg: "des", IkeLifetime: 86_400 }, ipsec: { IpsecPfs: "group2" } };
    const ranks = findingsIn([single(weak)]).map(({ severity }) => severity);
    expect(ranks).toEqual(["critical", "high", "low"]);
  });
});

import { describe, expect, it } from "vitest";
import { type Change, findingsIn, foundBy, pair, single } from "@/lib/server/testing/findings";
import type { RuleId, Severity } from "@/lib/vpn/findings/finding";

/** Rules that look at one tunnel: what each sees, in every spelling, and what it must not see. */
const V1 = { IkeVersion: "ikev1" };

type Case = [rule: RuleId, severity: Severity, sees: Change[], not: Change[]];

const CASES: Case[] = [
  [
    "ike-version-1",
    "medium",
    [{ ike: V1 }, { ike: { IkeVersion: "IKEv1" } }, { ike: { IkeVersion: " IKEV1 " } }],
    [{ ike: { IkeVersion: "ikev2" } }, { ike: { IkeVersion: "" } }, { ike: { IkeVersion: null } }],
  ],
  [
    "ike-aggressive-mode",
    "high",
    [
      { ike: { ...V1, IkeMode: "aggressive" } },
      { ike: { IkeVersion: "IKEV1", IkeMode: "AGGRESSIVE" } },
    ],
    [
      { ike: { IkeVersion: "ikev2", IkeMode: "aggressive" } },
      { ike: { IkeVersion: "", IkeMode: "aggressive" } },
      { ike: { ...V1, IkeMode: "" } },
    ],
  ],
  [
    "encryption-des",
    "critical",
    [{ ike: { IkeEncAlg: "des" } }, { ipsec: { IpsecEncAlg: "DES" } }],
    [{ ike: { IkeEncAlg: "3des" } }, { ipsec: { IpsecEncAlg: "" } }, { ike: { IkeEncAlg: "sm4" } }],
  ],
  [
    "encryption-3des",
    "high",
    [{ ike: { IkeEncAlg: "3DES" } }, { ipsec: { IpsecEncAlg: "3des" } }],
    [
      { ike: { IkeEncAlg: "des" } },
      { ipsec: { IpsecEncAlg: "aes" } },
      { ike: { IkeEncAlg: "aes192" } },
    ],
  ],
  [
    "integrity-md5",
    "critical",
    [{ ike: { IkeAuthAlg: "md5" } }, { ipsec: { IpsecAuthAlg: "MD5" } }],
    [{ ike: { IkeAuthAlg: "sm3" } }, { ipsec: { IpsecAuthAlg: null } }],
  ],
  [
    "integrity-sha1",
    "medium",
    [{ ike: { IkeAuthAlg: "sha1" } }, { ipsec: { IpsecAuthAlg: "SHA1" } }],
    [
      { ike: { IkeAuthAlg: "sha384" } },
      { ipsec: { IpsecAuthAlg: "sha512" } },
      { ike: { IkeAuthAlg: "sha1024" } },
    ],
  ],
  ...(["1", "2", "5", "24"] as const).map((group): Case => [
    `dh-group-${group}`,
    group === "1" ? "critical" : "high",
    [{ ike: { IkePfs: `group${group}` } }, { ipsec: { IpsecPfs: `GROUP${group}` } }],
    [
      { ike: { IkePfs: "group14" } },
      { ipsec: { IpsecPfs: "disabled" } },
      { ipsec: { IpsecPfs: "" } },
      { ike: { IkePfs: `group${group}0` } },
    ],
  ]),
  [
    "pfs-disabled",
    "high",
    [
      { ipsec: { IpsecPfs: "disabled" } },
      { ipsec: { IpsecPfs: "Disabled" } },
      { ipsec: { IpsecPfs: "disable" } },
      { ipsec: { IpsecPfs: false } },
    ],
    [
      { ipsec: { IpsecPfs: "" } },
      { ipsec: { IpsecPfs: "group2" } },
      { ike: { IkePfs: "disabled" } },
    ],
  ],
  [
    "ike-lifetime-long",
    "low",
    [{ ike: { IkeLifetime: 28_801 } }, { ike: { IkeLifetime: "86400" } }],
    [
      { ike: { IkeLifetime: 28_800 } },
      { ike: { IkeLifetime: "" } },
      { ike: { IkeLifetime: "24h" } },
    ],
  ],
  [
    "ipsec-lifetime-long",
    "low",
    [{ ipsec: { IpsecLifetime: 86_400 } }, { ipsec: { IpsecLifetime: "28801" } }],
    [{ ipsec: { IpsecLifetime: "28800" } }, { ipsec: { IpsecLifetime: null } }],
  ],
  [
    "ipsec-lifetime-not-shorter",
    "info",
    [
      { ipsec: { IpsecLifetime: "28800" } },
      { ike: { IkeLifetime: 3600 }, ipsec: { IpsecLifetime: "3601" } },
    ],
    [
      { ipsec: { IpsecLifetime: "28799" } },
      { ike: { IkeLifetime: "" }, ipsec: { IpsecLifetime: 86_400 } },
      { ike: { IkeLifetime: 0 }, ipsec: { IpsecLifetime: 3600 } },
    ],
  ],
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
];

describe.each(CASES)("%s", (rule, severity, sees, not) => {
  it.each(sees)("is found on a single tunnel: %j", (change) => {
    const [finding, ...more] = foundBy(rule, [single(change)]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity, tunnel: null, vpnConnectionId: "vco-1" });
    expect(finding?.evidence.every(({ field, value }) => field !== "" && value !== "")).toBe(true);
  });

  it.each(sees)("is found on the tunnel of a pair, and on no other: %j", (change) => {
    const found = foundBy(rule, [pair(change)]);
    expect(found.map(({ tunnel }) => tunnel)).toEqual([2]);
    expect(found[0]).toMatchObject({ severity, vpnConnectionId: "vco-1", vpnGatewayId: "vpn-1" });
  });

  it.each(not)("is not found: %j", (change) => {
    expect(foundBy(rule, [single(change), pair(change, "vco-2")])).toEqual([]);
  });
});

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

  it("tell in which phases an algorithm is weak", () => {
    const phases = (change: Change) =>
      foundBy("encryption-des", [single(change)]).map(({ values }) => values.phases);
    expect(phases({ ike: { IkeEncAlg: "des" } })).toEqual(["ike"]);
    expect(phases({ ipsec: { IpsecEncAlg: "des" } })).toEqual(["ipsec"]);
    expect(phases({ ike: { IkeEncAlg: "des" }, ipsec: { IpsecEncAlg: "DES" } })).toEqual(["both"]);
  });
});

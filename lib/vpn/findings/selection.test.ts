import { describe, expect, it } from "vitest";
import {
  NO_FINDING_PARAMETERS,
  type FindingParameters,
  type Grouping,
} from "@/lib/vpn/findings/parameters";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import { createFindingSelector } from "@/lib/vpn/findings/selection";
import type { RuleId } from "@/lib/vpn/findings/finding";
import { tunnel } from "@/lib/vpn/testing/connections";
import { foundFinding } from "@/lib/vpn/testing/findings";

const ACCEPTED = { reason: "until the device is replaced", until: 1, lastDay: null };

const ALL: FoundFinding[] = [
  foundFinding({ rule: "dpd-off", severity: "low", vpnConnectionId: "vco-a", name: "alpha" }),
  foundFinding({ rule: "psk-short", severity: "medium", vpnConnectionId: "vco-a", name: "alpha" }),
  foundFinding({ rule: "psk-short", severity: "high", vpnConnectionId: "vco-b", name: "beta" }),
  foundFinding({
    rule: "integrity-md5",
    severity: "critical",
    vpnConnectionId: "vco-c",
    vpnGatewayId: "vpn-2",
    name: "gamma",
    evidence: [{ field: "ikeConfig.ikeAuthAlg", value: "md5" }],
  }),
  foundFinding(
    { rule: "encryption-des", severity: "critical", vpnConnectionId: "vco-b", name: "beta" },
    { waiver: ACCEPTED },
  ),
  foundFinding(
    { rule: "dh-group-2", severity: "high", vpnConnectionId: "vco-b", name: "beta" },
    {
      customerGatewayIds: ["cgw-9"],
    },
  ),
  foundFinding({
    rule: "gateway-expiring",
    severity: "high",
    regionId: "cn-beijing",
    vpnConnectionId: null,
    vpnGatewayId: "vpn-9",
    name: "vgw-north",
  }),
  foundFinding(
    { rule: "dpd-off", severity: "low", vpnConnectionId: "vco-c", name: "gamma" },
    {
      remoteSubnets: ["10.3.0.0/16", "0.0.0.0/0"],
      tags: [{ key: "env", value: "test" }],
      tunnels: [
        {
          ...tunnel("ipsec_sa_established", "ikev1"),
          tunnelId: "tun-7",
          internetIp: "203.0.113.99",
        },
      ],
    },
  ),
];

function select(
  asked: Partial<FindingParameters> = {},
  { by = "rule", titled = [] }: { by?: Grouping; titled?: RuleId[] } = {},
) {
  const selector = createFindingSelector({ ...NO_FINDING_PARAMETERS, ...asked }, new Set(titled));
  for (const one of ALL) selector.add(one);
  return selector.selection(by);
}

const keysOf = ({ found }: { found: FoundFinding[] }) =>
  found.map(({ finding: { rule, vpnConnectionId, vpnGatewayId } }) =>
    [rule, vpnConnectionId ?? vpnGatewayId].join(" "),
  );

describe("findings that a question finds", () => {
  it("stand worst first, then in the order of the rules, and accepted ones last", () => {
    expect(keysOf(select())).toEqual([
      "integrity-md5 vco-c",
      "dh-group-2 vco-b",
      "psk-short vco-b",
      "gateway-expiring vpn-9",
      "psk-short vco-a",
      "dpd-off vco-a",
      "dpd-off vco-c",
      "encryption-des vco-b",
    ]);
  });

  it("by connection stand with the connection that has the most of what is worst", () => {
    expect(keysOf(select({}, { by: "connection" }))).toEqual([
      "integrity-md5 vco-c",
      "dpd-off vco-c",
      "dh-group-2 vco-b",
      "psk-short vco-b",
      "gateway-expiring vpn-9",
      "psk-short vco-a",
      "dpd-off vco-a",
      "encryption-des vco-b",
    ]);
  });

  it("are counted by severity and rule, accepted ones apart", () => {
    const { counts, waived, rules } = select();
    expect(counts).toEqual({ critical: 1, high: 3, medium: 1, low: 2, info: 0 });
    expect(waived).toBe(1);
    expect(rules).toEqual([
      { rule: "integrity-md5", severity: "critical", count: 1 },
      { rule: "dh-group-2", severity: "high", count: 1 },
      { rule: "psk-short", severity: "high", count: 1 },
      { rule: "gateway-expiring", severity: "high", count: 1 },
      { rule: "psk-short", severity: "medium", count: 1 },
      { rule: "dpd-off", severity: "low", count: 2 },
    ]);
  });

  it("are counted as filtered; other severities and rules that could be asked for are counted besides", () => {
    const { counts, severities, rules } = select({ severity: ["high"], rule: ["psk-short"] });
    expect(counts).toEqual({ critical: 0, high: 1, medium: 0, low: 0, info: 0 });
    expect(severities).toEqual({ critical: 0, high: 1, medium: 1, low: 0, info: 0 });
    expect(rules.map(({ rule }) => rule)).toEqual(["dh-group-2", "psk-short", "gateway-expiring"]);
  });

  it.each<[Partial<FindingParameters>, string[]]>([
    [{ regionId: "cn-beijing" }, ["gateway-expiring vpn-9"]],
    [{ vpnGatewayId: "vpn-2" }, ["integrity-md5 vco-c"]],
    [{ customerGatewayId: "cgw-9" }, ["dh-group-2 vco-b"]],
    [{ vpnConnectionId: "vco-a" }, ["psk-short vco-a", "dpd-off vco-a"]],
    [{ rule: ["psk-short"] }, ["psk-short vco-b", "psk-short vco-a"]],
    [{ severity: ["critical"] }, ["integrity-md5 vco-c", "encryption-des vco-b"]],
    [{ q: "GAMMA" }, ["integrity-md5 vco-c", "dpd-off vco-c"]],
    [{ q: "md5" }, ["integrity-md5 vco-c"]],
    [{ q: "vgw-n" }, ["gateway-expiring vpn-9"]],
    [{ q: "cgw-9" }, ["dh-group-2 vco-b"]],
    [{ q: "tun-7" }, ["dpd-off vco-c"]],
    [{ q: "203.0.113.99" }, ["dpd-off vco-c"]],
    [{ q: "10.3.0.0/16" }, ["dpd-off vco-c"]],
    [{ q: "10.3.7.9" }, ["dpd-off vco-c"]],
    [{ q: "env:test" }, ["dpd-off vco-c"]],
    [{ q: "Device is replaced" }, ["encryption-des vco-b"]],
    // Every address is in 0.0.0.0/0, and an algorithm is looked for in what was seen.
    [{ q: "192.0.2.1" }, []],
    [{ q: "ikev1" }, []],
    [{ q: "nothing" }, []],
  ])("for %j are these", (asked, expected) => {
    expect(keysOf(select(asked))).toEqual(expected);
  });

  it("are found by the title of their rule", () => {
    const found = select({ q: "dead peer" }, { titled: ["dpd-off"] });
    expect(keysOf(found)).toEqual(["dpd-off vco-a", "dpd-off vco-c"]);
  });
});

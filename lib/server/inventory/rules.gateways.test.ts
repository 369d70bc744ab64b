import { describe, expect, it } from "vitest";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { DAY_MS, foundBy, NOW, pair, single } from "@/lib/server/testing/findings";

const bgpIn = (TunnelCidr: string) => ({ TunnelCidr, LocalBgpIp: "", PeerBgpIp: "" });

const duplicates = (...bodies: object[]) =>
  foundBy("bgp-cidr-duplicate", bodies).map(({ vpnConnectionId, tunnel }) => [
    vpnConnectionId,
    tunnel,
  ]);

const at = (id: string, VpnGatewayId: string, more: object = {}) =>
  pair({ bgp: { ...bgpIn("169.254.99.0/30"), ...more }, connection: { VpnGatewayId } }, id);

const expiring = (days: number, more: object = {}) =>
  foundBy("gateway-expiring", [], {
    gateways: [{ ...vpnGatewayBody, ChargeType: "PREPAY", EndTime: NOW + days * DAY_MS, ...more }],
  });

const unattached = (connection: object) => foundBy("unattached", [single({ connection })]);

describe("bgp-cidr-duplicate", () => {
  it("finds one CIDR on two tunnels of a connection or of a gateway", () => {
    expect(duplicates(pair({ bgp: bgpIn("169.254.23.2/30") }))).toEqual([
      ["vco-1", 1],
      ["vco-1", 2],
    ]);
    const two = [
      pair({ bgp: bgpIn("169.254.99.0/30") }),
      pair({ bgp: bgpIn("169.254.99.1/30") }, "vco-2"),
    ];
    expect(duplicates(...two)).toEqual([
      ["vco-1", 2],
      ["vco-2", 2],
    ]);
    expect(foundBy("bgp-cidr-duplicate", two)).toMatchObject([
      { severity: "high", values: { kind: "duplicate", other: "vco-2", count: 1 } },
      { values: { other: "vco-1" } },
    ]);
  });

  it("lets other gateways, no gateway and BGP that is off be", () => {
    expect(duplicates(at("vco-1", "vpn-1"), at("vco-2", "vpn-2"))).toEqual([]);
    expect(duplicates(at("vco-1", ""), at("vco-2", ""))).toEqual([]);
    expect(
      duplicates(at("vco-1", "vpn-1"), at("vco-2", "vpn-1", { EnableBgp: "disable" })),
    ).toEqual([]);
    expect(duplicates(pair({ bgp: bgpIn("") }), pair({ bgp: bgpIn("") }, "vco-2"))).toEqual([]);
  });
});

describe("gateway-expiring", () => {
  it.each([
    [-400, "critical", "past", 400],
    [-0.5, "critical", "past", 0],
    [0.5, "critical", "near", 0],
    [3, "critical", "near", 3],
    [3.01, "high", "near", 3],
    [14, "high", "near", 14],
    [15, "medium", "near", 15],
    [30, "medium", "near", 30],
  ])("finds one that ends in %d days: %s", (left, severity, kind, days) => {
    expect(expiring(left)).toMatchObject([
      {
        severity,
        values: { kind, days },
        vpnConnectionId: null,
        vpnGatewayId: "vpn-gateway1",
        name: "office gateway",
      },
    ]);
  });

  it("finds those that send no charge type, and ends in seconds or ISO 8601", () => {
    expect(expiring(2, { ChargeType: "" })).toHaveLength(1);
    expect(
      expiring(2, { ChargeType: "PrePaid", EndTime: String((NOW + DAY_MS) / 1000) }),
    ).toHaveLength(1);
    expect(expiring(2, { EndTime: "2026-01-20T00:00:00Z" })).toMatchObject([{ severity: "high" }]);
  });

  it.each([
    [30.1, {}],
    [2, { ChargeType: "POSTPAY" }],
    [-9, { ChargeType: "PostpayByFlow" }],
    [2, { EndTime: "" }],
    [2, { EndTime: 0 }],
    [2, { EndTime: "never" }],
    [2, { ChargeType: "", EndTime: 4_102_416_000_000 }],
    [2, { EndTime: 1e300 }],
  ])("lets one with %d days and %j be", (days, more) => {
    expect(expiring(days, more)).toEqual([]);
  });
});

describe("unattached", () => {
  const old = { CreateTime: NOW - 2 * DAY_MS };

  it.each([
    { ...old, AttachType: "NO_ASSOCIATED" },
    { ...old, AttachType: "no_associated" },
    { ...old, State: "init" },
    { CreateTime: "2026-01-13T00:00:00Z", State: "INIT" },
  ])("finds %j", (connection) => {
    expect(unattached(connection)).toMatchObject([{ severity: "info", values: { days: 2 } }]);
  });

  it.each([
    { CreateTime: NOW - DAY_MS, AttachType: "NO_ASSOCIATED" },
    { CreateTime: "", State: "init" },
    { ...old, State: "attached", AttachType: "CEN" },
    { ...old, State: "", AttachType: "" },
  ])("lets %j be", (connection) => {
    expect(unattached(connection)).toEqual([]);
  });
});

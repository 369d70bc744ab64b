import "server-only";
import { keyFactsOf } from "@/lib/server/vpc-api/key-facts";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { findingsOf } from "@/lib/vpn/findings/find";
import type { Finding, RuleId } from "@/lib/vpn/findings/finding";

/** Bodies as the API sends them of connections against which no rule has anything. */

const REGION = "cn-hangzhou";
export const NOW = Date.UTC(2026, 0, 15);
export const DAY_MS = 86_400_000;

/** What a body has in place of what is right; in a pair it is the second tunnel's. */
export type Change = {
  ike?: object;
  ipsec?: object;
  bgp?: object;
  tunnel?: object;
  connection?: object;
};

const ike = (key: string) => ({
  IkeVersion: "ikev2",
  IkeMode: "main",
  IkeEncAlg: "aes256",
  IkeAuthAlg: "sha256",
  IkePfs: "group14",
  IkeLifetime: 28_800,
  LocalId: "203.0.113.10",
  RemoteId: "198.51.100.20",
  Psk: key,
});
const ipsec = {
  IpsecEncAlg: "aes256",
  IpsecAuthAlg: "sha256",
  IpsecPfs: "group14",
  IpsecLifetime: 3600,
};
const bgp = (third: number) => ({
  BgpStatus: "success",
  LocalAsn: 64_512,
  PeerAsn: 64_513,
  LocalBgpIp: `169.254.${third}.1`,
  PeerBgpIp: `169.254.${third}.2`,
  TunnelCidr: `169.254.${third}.0/30`,
});

/** Of an id, so that each connection has its own and nothing overlaps. */
const numberOf = (id: string) => Number(/\d+$/.exec(id)?.[0] ?? 0);
const keyOf = (id: string) => `Kq7vT2mX9rB4-nW6yL1pZ8d-${id}`;

const connectionOf = (id: string) => ({
  VpnConnectionId: id,
  Name: `office ${id}`,
  VpnGatewayId: "vpn-1",
  LocalSubnet: "10.10.0.0/16",
  RemoteSubnet: `10.${100 + numberOf(id)}.0.0/16`,
  CreateTime: NOW - 100 * DAY_MS,
  EffectImmediately: true,
  State: "attached",
  AttachType: "VPNGW",
});

/** A single-tunnel connection; it is at no gateway unless a change says so, since that alone is a finding. */
export function single(change: Change = {}, id = "vco-1"): object {
  return {
    ...connectionOf(id),
    VpnGatewayId: "",
    CustomerGatewayId: `cgw-${id}`,
    Status: "ipsec_sa_established",
    EnableDpd: true,
    EnableNatTraversal: true,
    IkeConfig: { ...ike(keyOf(id)), ...change.ike },
    IpsecConfig: { ...ipsec, ...change.ipsec },
    VpnBgpConfig: { ...bgp(numberOf(id)), ...change.bgp },
    ...change.tunnel,
    ...change.connection,
  };
}

/** The connection's own configuration is weak, as one that is left over may be: only tunnels count. */
export function pair(change: Change = {}, id = "vco-1"): object {
  const tunnel = (index: number, { ike: own, ...more }: Change) => ({
    TunnelId: `tun-${id}-${index}`,
    TunnelIndex: index,
    Role: index === 1 ? "master" : "slave",
    State: "active",
    Status: "ipsec_sa_established",
    CustomerGatewayId: `cgw-${id}-${index}`,
    EnableDpd: "true",
    EnableNatTraversal: "true",
    TunnelIkeConfig: { ...ike(`${keyOf(id)}-${index}`), IkeLifetime: "28800", ...own },
    TunnelIpsecConfig: { ...ipsec, IpsecLifetime: "3600", ...more.ipsec },
    TunnelBgpConfig: { ...bgp(numberOf(id) * 2 + index + 20), ...more.bgp },
    ...more.tunnel,
  });
  return {
    ...connectionOf(id),
    EnableTunnelsBgp: true,
    IkeConfig: { IkeVersion: "ikev1", IkeMode: "aggressive", IkeEncAlg: "des", Psk: "123456" },
    TunnelOptionsSpecification: { TunnelOptions: [tunnel(1, {}), tunnel(2, change)] },
    ...change.connection,
  };
}

export type Surroundings = { gateways?: object[]; now?: number };

const mapped = (body: object) => toVpnConnection(REGION, rawVpnConnection.parse(body));

/** What the rules find in a region that holds these. */
export function findingsIn(bodies: object[], around: Surroundings = {}): Finding[] {
  const { gateways = [], now = NOW } = around;
  const vpnGateways = gateways.map((body) => toVpnGateway(REGION, rawVpnGateway.parse(body)));
  const region = {
    regionId: REGION,
    vpnConnections: bodies.map(mapped),
    vpnGateways: new Map(vpnGateways.map((one) => [one.vpnGatewayId, one])),
    customerGateways: new Map(),
  };
  return findingsOf({ regions: [region], keyFactsOf, now });
}

/** What one rule finds. */
export function foundBy(rule: RuleId, bodies: object[], around?: Surroundings): Finding[] {
  return findingsIn(bodies, around).filter((finding) => finding.rule === rule);
}

import "server-only";
import { toIpsecStatus, verdictOf } from "@/lib/vpn/status";
import { splitSubnets } from "@/lib/vpn/subnets";
import type {
  BgpConfig,
  HealthCheck,
  IkeConfig,
  IpsecConfig,
  VpnConnection,
  VpnTunnel,
} from "@/lib/vpn/types";
import { compareKeys } from "@/lib/server/vpc-api/mappers/compare-keys";
import { collectOddValues, type ValueOf } from "@/lib/server/vpc-api/mappers/odd-values";
import { toTags } from "@/lib/server/vpc-api/mappers/tags";
import type {
  RawBgpConfig,
  RawIkeConfig,
  RawIpsecConfig,
  RawTunnel,
  RawVpnConnection,
} from "@/lib/server/vpc-api/raw/vpn-connection";

/** Picks each field by name and spreads nothing, so that what is not named here cannot leave. */
export function toVpnConnection(regionId: string, raw: RawVpnConnection): VpnConnection {
  const pair = raw.TunnelOptionsSpecification;
  const { oddValues, valueOf } = collectOddValues();
  const tunnels = inOrder((pair.length > 0 ? pair : [tunnelOfSingle(raw)]).map(toTunnel));
  const gatewayIds = [raw.CustomerGatewayId, ...tunnels.map((tunnel) => tunnel.customerGatewayId)];
  const customerGatewayIds = [...new Set(gatewayIds.filter((id) => id !== null))];
  const connection: VpnConnection = {
    regionId,
    vpnConnectionId: raw.VpnConnectionId,
    name: raw.Name ?? "",
    vpnGatewayId: raw.VpnGatewayId,
    vpnGatewayName: null,
    vpcId: null,
    transitRouterId: raw.TransitRouterId,
    transitRouterName: raw.TransitRouterName,
    attachType: raw.AttachType,
    attachInstanceId: raw.AttachInstanceId,
    networkType: raw.NetworkType,
    state: raw.State,
    spec: raw.Spec,
    tunnelBandwidth: raw.TunnelBandwidth,
    crossAccountAuthorized: valueOf("crossAccountAuthorized", raw.CrossAccountAuthorized),
    internetIp: raw.InternetIp,
    zoneNo: raw.ZoneNo,
    resourceGroupId: raw.ResourceGroupId,
    customerGatewayIds,
    customerGatewayNames: customerGatewayIds.map(() => null),
    localSubnets: splitSubnets(raw.LocalSubnet),
    remoteSubnets: splitSubnets(raw.RemoteSubnet),
    createTime: valueOf("createTime", raw.CreateTime),
    effectImmediately: valueOf("effectImmediately", raw.EffectImmediately),
    enableTunnelsBgp: valueOf("enableTunnelsBgp", raw.EnableTunnelsBgp),
    tunnelMode: pair.length > 0 ? "dual" : "single",
    tunnels,
    verdict: verdictOf(tunnels),
    verdictSince: null,
    verdictSinceExact: false,
    changesIn24Hours: null,
    flapping: false,
    findingCounts: null,
    healthCheck: toHealthCheck(raw.VcoHealthCheck),
    tags: toTags(raw.Tag.length > 0 ? raw.Tag : raw.Tags),
    oddValues,
  };
  compareKeys(connection);
  return connection;
}

/**
 * Tunnels in an order that does not depend on that of one answer: by index where it is given, else the
 * active one before the standby, then by id.
 */
function inOrder(tunnels: VpnTunnel[]): VpnTunnel[] {
  return tunnels.toSorted(
    (one, other) =>
      indexOf(one) - indexOf(other) ||
      rankOf(one) - rankOf(other) ||
      compare(one.tunnelId ?? "", other.tunnelId ?? ""),
  );
}

const indexOf = ({ tunnelIndex }: VpnTunnel) => tunnelIndex ?? Number.MAX_SAFE_INTEGER;
const rankOf = ({ role }: VpnTunnel) => (role === null ? 2 : TUNNEL_ROLES.indexOf(role));
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

const TUNNEL_ROLES = ["master", "slave"] as const;

function toTunnel(raw: RawTunnel): VpnTunnel {
  const { oddValues, valueOf } = collectOddValues();
  return {
    tunnelId: raw.TunnelId,
    tunnelIndex: valueOf("tunnelIndex", raw.TunnelIndex),
    role: TUNNEL_ROLES.find((role) => role === raw.Role?.trim().toLowerCase()) ?? null,
    rawRole: raw.Role,
    state: raw.State,
    status: toIpsecStatus(raw.Status),
    rawStatus: raw.Status,
    internetIp: raw.InternetIp,
    zoneNo: raw.ZoneNo,
    customerGatewayId: raw.CustomerGatewayId,
    enableDpd: valueOf("enableDpd", raw.EnableDpd),
    enableNatTraversal: valueOf("enableNatTraversal", raw.EnableNatTraversal),
    ikeConfig: toIkeConfig(raw.TunnelIkeConfig, valueOf),
    ipsecConfig: toIpsecConfig(raw.TunnelIpsecConfig, valueOf),
    bgpConfig: toBgpConfig(raw.TunnelBgpConfig, valueOf),
    remoteCaCertificate: raw.RemoteCaCertificate,
    oddValues,
  };
}

/** The tunnel of an older connection has no id, role or state of its own. */
function tunnelOfSingle(raw: RawVpnConnection): RawTunnel {
  return {
    TunnelId: null,
    TunnelIndex: { value: null, odd: null },
    Role: null,
    State: null,
    Status: raw.Status,
    InternetIp: raw.InternetIp,
    ZoneNo: raw.ZoneNo,
    CustomerGatewayId: raw.CustomerGatewayId,
    EnableDpd: raw.EnableDpd,
    EnableNatTraversal: raw.EnableNatTraversal,
    RemoteCaCertificate: raw.RemoteCaCertificate,
    TunnelIkeConfig: raw.IkeConfig,
    TunnelIpsecConfig: raw.IpsecConfig,
    TunnelBgpConfig: raw.VpnBgpConfig,
  };
}

function toIkeConfig(raw: RawIkeConfig, valueOf: ValueOf): IkeConfig {
  return {
    ikeVersion: raw?.IkeVersion ?? null,
    ikeMode: raw?.IkeMode ?? null,
    ikeEncAlg: raw?.IkeEncAlg ?? null,
    ikeAuthAlg: raw?.IkeAuthAlg ?? null,
    ikePfs: raw?.IkePfs ?? null,
    ikeLifetime: valueOf("ikeLifetime", raw?.IkeLifetime),
    localId: raw?.LocalId ?? null,
    remoteId: raw?.RemoteId ?? null,
    psk: raw?.Psk ?? { configured: false },
  };
}

function toIpsecConfig(raw: RawIpsecConfig, valueOf: ValueOf): IpsecConfig {
  return {
    ipsecEncAlg: raw?.IpsecEncAlg ?? null,
    ipsecAuthAlg: raw?.IpsecAuthAlg ?? null,
    ipsecPfs: raw?.IpsecPfs ?? null,
    ipsecLifetime: valueOf("ipsecLifetime", raw?.IpsecLifetime),
  };
}

/** Null where BGP is not in use: absent, switched off, or a config of empty fields. */
function toBgpConfig(raw: RawBgpConfig, valueOf: ValueOf): BgpConfig | null {
  if (raw === undefined) return null;
  const config = {
    status: raw.Status ?? raw.BgpStatus,
    enableBgp: valueOf("enableBgp", raw.EnableBgp),
    localAsn: valueOf("localAsn", raw.LocalAsn),
    peerAsn: valueOf("peerAsn", raw.PeerAsn),
    localBgpIp: raw.LocalBgpIp,
    peerBgpIp: raw.PeerBgpIp,
    tunnelCidr: raw.TunnelCidr,
  };
  const { enableBgp, ...fields } = config;
  const isInUse = enableBgp === true || Object.values(fields).some((field) => field !== null);
  return isInUse ? { ...config, authKey: raw.AuthKey } : null;
}

function toHealthCheck(raw: RawVpnConnection["VcoHealthCheck"]): HealthCheck | null {
  if (raw === undefined) return null;
  const { oddValues, valueOf } = collectOddValues();
  return {
    enable: valueOf("enable", raw.Enable),
    status: raw.Status,
    dip: raw.Dip,
    sip: raw.Sip,
    interval: valueOf("interval", raw.Interval),
    retry: valueOf("retry", raw.Retry),
    policy: raw.Policy,
    oddValues,
  };
}

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
  const tunnels = (pair.length > 0 ? pair : [tunnelOfSingle(raw)]).map(toTunnel);
  const gatewayIds = [raw.CustomerGatewayId, ...tunnels.map((tunnel) => tunnel.customerGatewayId)];
  const customerGatewayIds = [...new Set(gatewayIds.filter((id) => id !== null))];
  return {
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
    crossAccountAuthorized: raw.CrossAccountAuthorized,
    internetIp: raw.InternetIp,
    zoneNo: raw.ZoneNo,
    resourceGroupId: raw.ResourceGroupId,
    customerGatewayIds,
    customerGatewayNames: customerGatewayIds.map(() => null),
    localSubnets: splitSubnets(raw.LocalSubnet),
    remoteSubnets: splitSubnets(raw.RemoteSubnet),
    createTime: raw.CreateTime,
    effectImmediately: raw.EffectImmediately,
    enableTunnelsBgp: raw.EnableTunnelsBgp,
    tunnelMode: pair.length > 0 ? "dual" : "single",
    tunnels,
    verdict: verdictOf(tunnels),
    verdictSince: null,
    healthCheck: toHealthCheck(raw.VcoHealthCheck),
    tags: toTags(raw.Tag.length > 0 ? raw.Tag : raw.Tags),
  };
}

const TUNNEL_ROLES = ["master", "slave"] as const;

function toTunnel(raw: RawTunnel): VpnTunnel {
  return {
    tunnelId: raw.TunnelId,
    tunnelIndex: raw.TunnelIndex,
    role: TUNNEL_ROLES.find((role) => role === raw.Role?.toLowerCase()) ?? null,
    rawRole: raw.Role,
    state: raw.State,
    status: toIpsecStatus(raw.Status),
    rawStatus: raw.Status,
    internetIp: raw.InternetIp,
    zoneNo: raw.ZoneNo,
    customerGatewayId: raw.CustomerGatewayId,
    enableDpd: raw.EnableDpd,
    enableNatTraversal: raw.EnableNatTraversal,
    ikeConfig: toIkeConfig(raw.TunnelIkeConfig),
    ipsecConfig: toIpsecConfig(raw.TunnelIpsecConfig),
    bgpConfig: toBgpConfig(raw.TunnelBgpConfig),
    remoteCaCertificate: raw.RemoteCaCertificate,
  };
}

/** The tunnel of an older connection has no id, role or state of its own. */
function tunnelOfSingle(raw: RawVpnConnection): RawTunnel {
  return {
    TunnelId: null,
    TunnelIndex: null,
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

function toIkeConfig(raw: RawIkeConfig): IkeConfig {
  return {
    ikeVersion: raw?.IkeVersion ?? null,
    ikeMode: raw?.IkeMode ?? null,
    ikeEncAlg: raw?.IkeEncAlg ?? null,
    ikeAuthAlg: raw?.IkeAuthAlg ?? null,
    ikePfs: raw?.IkePfs ?? null,
    ikeLifetime: raw?.IkeLifetime ?? null,
    localId: raw?.LocalId ?? null,
    remoteId: raw?.RemoteId ?? null,
    psk: raw?.Psk ?? { configured: false },
  };
}

function toIpsecConfig(raw: RawIpsecConfig): IpsecConfig {
  return {
    ipsecEncAlg: raw?.IpsecEncAlg ?? null,
    ipsecAuthAlg: raw?.IpsecAuthAlg ?? null,
    ipsecPfs: raw?.IpsecPfs ?? null,
    ipsecLifetime: raw?.IpsecLifetime ?? null,
  };
}

/** Null where BGP is not in use: absent, switched off, or a config of empty fields. */
function toBgpConfig(raw: RawBgpConfig): BgpConfig | null {
  if (raw === undefined) return null;
  const status = raw.Status ?? raw.BgpStatus;
  const isOn = raw.EnableBgp === true ? true : null;
  const fields = [
    isOn,
    status,
    raw.LocalAsn,
    raw.PeerAsn,
    raw.LocalBgpIp,
    raw.PeerBgpIp,
    raw.TunnelCidr,
  ];
  if (fields.every((field) => field === null)) return null;
  return {
    status,
    enableBgp: raw.EnableBgp,
    localAsn: raw.LocalAsn,
    peerAsn: raw.PeerAsn,
    localBgpIp: raw.LocalBgpIp,
    peerBgpIp: raw.PeerBgpIp,
    tunnelCidr: raw.TunnelCidr,
    authKey: raw.AuthKey,
  };
}

function toHealthCheck(raw: RawVpnConnection["VcoHealthCheck"]): HealthCheck | null {
  if (raw === undefined) return null;
  return {
    enable: raw.Enable,
    status: raw.Status,
    dip: raw.Dip,
    sip: raw.Sip,
    interval: raw.Interval,
    retry: raw.Retry,
    policy: raw.Policy,
  };
}

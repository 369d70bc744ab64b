import { toIpsecStatus, verdictOf } from "@/lib/vpn/status";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

const ABSENT = { configured: false };

/** A tunnel and a connection with as little to them as the types allow. */
export function tunnel(rawStatus: string | null, ikeVersion = "ikev2"): VpnTunnel {
  return {
    tunnelId: null,
    tunnelIndex: null,
    role: null,
    rawRole: null,
    state: null,
    status: toIpsecStatus(rawStatus),
    rawStatus,
    internetIp: "203.0.113.7",
    zoneNo: null,
    customerGatewayId: null,
    enableDpd: null,
    enableNatTraversal: null,
    ikeConfig: {
      ikeVersion,
      ikeMode: null,
      ikeEncAlg: null,
      ikeAuthAlg: null,
      ikePfs: null,
      ikeLifetime: null,
      localId: null,
      remoteId: "peer.example",
      psk: ABSENT,
    },
    ipsecConfig: { ipsecEncAlg: null, ipsecAuthAlg: null, ipsecPfs: null, ipsecLifetime: null },
    bgpConfig: null,
    remoteCaCertificate: ABSENT,
    oddValues: [],
  };
}

export function connection(
  id: string,
  tunnels: VpnTunnel[],
  more: Partial<VpnConnection> = {},
): VpnConnection {
  return {
    regionId: "cn-hangzhou",
    vpnConnectionId: id,
    name: `name of ${id}`,
    vpnGatewayId: "vpn-1",
    vpnGatewayName: null,
    vpcId: null,
    transitRouterId: null,
    transitRouterName: null,
    attachType: null,
    attachInstanceId: null,
    networkType: null,
    state: null,
    spec: null,
    tunnelBandwidth: null,
    crossAccountAuthorized: null,
    internetIp: null,
    zoneNo: null,
    resourceGroupId: null,
    customerGatewayIds: ["cgw-1"],
    customerGatewayNames: (more.customerGatewayIds ?? ["cgw-1"]).map(() => null),
    localSubnets: [],
    remoteSubnets: [],
    createTime: null,
    effectImmediately: null,
    enableTunnelsBgp: null,
    tunnelMode: tunnels.length > 1 ? "dual" : "single",
    tunnels,
    verdict: verdictOf(tunnels),
    verdictSince: null,
    verdictSinceExact: false,
    changesIn24Hours: null,
    flapping: false,
    findingCounts: null,
    healthCheck: null,
    tags: [],
    oddValues: [],
    ...more,
  };
}

import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { BgpConfig, IkeConfig, IpsecConfig, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** Connections as the API tells of them, with what a peer configuration is made of. */

const IKE: Partial<IkeConfig> = {
  ikeVersion: "ikev2",
  ikeMode: "main",
  ikeEncAlg: "aes256",
  ikeAuthAlg: "sha256",
  ikePfs: "group14",
  ikeLifetime: 86_400,
  localId: "203.0.113.1",
  remoteId: "198.51.100.20",
};

const IPSEC: IpsecConfig = {
  ipsecEncAlg: "aes",
  ipsecAuthAlg: "sha1",
  ipsecPfs: "group14",
  ipsecLifetime: 3_600,
};

type Settings = {
  ike?: Partial<IkeConfig>;
  ipsec?: Partial<IpsecConfig>;
  more?: Partial<VpnTunnel>;
};

export function settled({ ike, ipsec, more }: Settings = {}): VpnTunnel {
  const bare = tunnel("ipsec_sa_established");
  return {
    ...bare,
    internetIp: "203.0.113.1",
    customerGatewayId: "cgw-works",
    enableDpd: true,
    enableNatTraversal: true,
    ikeConfig: { ...bare.ikeConfig, ...IKE, ...ike },
    ipsecConfig: { ...IPSEC, ...ipsec },
    ...more,
  };
}

/** The active tunnel and the standby one, to two addresses of Alibaba's. */
export function settledPair(settings: Settings = {}): VpnTunnel[] {
  const standby = { localId: "203.0.113.2", ...settings.ike };
  return [
    settled({ ...settings, more: { role: "master", ...settings.more } }),
    settled({
      ...settings,
      ike: standby,
      more: { role: "slave", internetIp: "203.0.113.2", ...settings.more },
    }),
  ];
}

export function bgp(tunnelNumber: number, more: Partial<BgpConfig> = {}): BgpConfig {
  return {
    status: "success",
    enableBgp: true,
    localAsn: 45_104,
    peerAsn: 65_001,
    localBgpIp: `169.254.${tunnelNumber}.1`,
    peerBgpIp: `169.254.${tunnelNumber}.2`,
    tunnelCidr: `169.254.${tunnelNumber}.0/30`,
    authKey: { configured: false },
    ...more,
  };
}

export const EVERYTHING = { localSubnets: ["0.0.0.0/0"], remoteSubnets: ["0.0.0.0/0"] };

export function inputOf(
  tunnels: VpnTunnel[],
  more: Partial<VpnConnection> = {},
  others: Partial<PeerConfigInput> = {},
): PeerConfigInput {
  return {
    connection: connection("vco-bp1works", tunnels, {
      name: "works",
      localSubnets: ["10.1.0.0/16"],
      remoteSubnets: ["192.168.1.0/24"],
      effectImmediately: true,
      customerGatewayIds: ["cgw-works"],
      ...more,
    }),
    vpnGateway: VPN_GATEWAY,
    customerGateways: [CUSTOMER_GATEWAY],
    findings: [],
    ...others,
  };
}

export const CUSTOMER_GATEWAY: CustomerGateway = {
  regionId: "cn-hangzhou",
  customerGatewayId: "cgw-works",
  name: "works-firewall",
  description: null,
  ipAddress: "198.51.100.20",
  asn: null,
  authKey: { configured: false },
  createTime: null,
  resourceGroupId: null,
  tags: [],
  oddValues: [],
};

export const VPN_GATEWAY: VpnGateway = {
  regionId: "cn-hangzhou",
  vpnGatewayId: "vpn-1",
  name: "vgw-core",
  description: null,
  status: "active",
  businessStatus: null,
  chargeType: null,
  createTime: null,
  endTime: null,
  vpcId: null,
  vSwitchId: null,
  disasterRecoveryVSwitchId: null,
  internetIp: "203.0.113.1",
  disasterRecoveryInternetIp: "203.0.113.2",
  sslVpnInternetIp: null,
  spec: null,
  ipsecVpn: null,
  sslVpn: null,
  sslMaxConnections: null,
  networkType: null,
  vpnType: null,
  gatewayType: null,
  enableBgp: null,
  autoPropagate: null,
  resourceGroupId: null,
  tags: [],
  systemTags: [],
  eniInstanceIds: [],
  oddValues: [],
};

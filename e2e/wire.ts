import { REGION, SECRETS } from "@/e2e/fixtures";
import type { Simulator } from "@/lib/simulator/simulator";

/** Bodies as the API sends them, with ids that say what they stand for. */
export const UP = "ipsec_sa_established";
export const PHASE_1_FAILED = "ike_sa_not_established";
export const PHASE_2_FAILED = "ipsec_sa_not_established";

export const NAMES = { region: "China (Hangzhou)", gateway: "vgw-core" };

export const GATEWAY = {
  VpnGatewayId: "vpn-core",
  Name: NAMES.gateway,
  Description: "both sites of the works",
  Status: "active",
  BusinessStatus: "Normal",
  ChargeType: "Prepay",
  CreateTime: Date.UTC(2024, 0, 1, 20, 30, 0),
  VpcId: "vpc-core",
  VSwitchId: "vsw-first",
  DisasterRecoveryVSwitchId: "vsw-second",
  InternetIp: "203.0.113.1",
  DisasterRecoveryInternetIp: "203.0.113.2",
  SslVpnInternetIp: "203.0.113.3",
  Spec: "200M",
  IpsecVpn: "enable",
  SslVpn: "enable",
  SslMaxConnections: 50,
  NetworkType: "public",
  VpnType: "NationalStandard",
  GatewayType: "Traditional",
  EnableBgp: true,
  AutoPropagate: false,
  ResourceGroupId: "rg-core",
  Tags: { Tag: [{ Key: "env", Value: "prod" }] },
  Tag: '{"VpnEnableBgp":"true","VpnVersion":"v2.1.0"}',
  EniInstanceIds: { EniInstanceId: ["eni-first", "eni-second"] },
};

export const WORKS = {
  CustomerGatewayId: "cgw-works",
  Name: "works-firewall",
  Description: "in the cellar",
  IpAddress: "198.51.100.20",
  Asn: 64_513,
  AuthKey: SECRETS.authKey,
  CreateTime: Date.UTC(2023, 5, 7, 8, 9, 10),
  ResourceGroupId: "rg-works",
  Tags: { Tag: [{ Key: "site", Value: "nbg" }] },
};

export const OFFICE = {
  CustomerGatewayId: "cgw-office",
  Name: "office-router",
  IpAddress: "198.51.100.30",
};

/** An older connection with one tunnel, to the works unless told otherwise. */
export function single(name: string, status: string, more: object = {}) {
  return {
    VpnConnectionId: `vco-${name}`,
    Name: name,
    VpnGatewayId: GATEWAY.VpnGatewayId,
    CustomerGatewayId: WORKS.CustomerGatewayId,
    LocalSubnet: "10.1.0.0/16",
    RemoteSubnet: "192.168.1.0/24",
    Status: status,
    ...more,
  };
}

/** What both ends of a tunnel must agree on. */
export const CONFIGURED = {
  IkeConfig: {
    IkeVersion: "ikev2",
    IkeEncAlg: "aes256",
    IkeAuthAlg: "sha256",
    IkePfs: "group14",
    IkeLifetime: 86_400,
    LocalId: "203.0.113.1",
    RemoteId: WORKS.IpAddress,
    Psk: SECRETS.psk,
  },
  IpsecConfig: {
    IpsecEncAlg: "aes",
    IpsecAuthAlg: "sha1",
    IpsecPfs: "group14",
    IpsecLifetime: 3_600,
  },
};

type Statuses = readonly [string, string];

/** A pair, its tunnels to the works unless told otherwise. */
export function pair(name: string, statuses: Statuses, ends: Statuses = TO_WORKS, more = {}) {
  return {
    ...single(name, "", more),
    CustomerGatewayId: "",
    TunnelOptionsSpecification: {
      TunnelOptions: statuses.map((Status, index) => ({
        TunnelId: `tun-${name}-${index + 1}`,
        Role: index === 0 ? "master" : "slave",
        State: "active",
        Status,
        InternetIp: `203.0.113.${index + 1}`,
        CustomerGatewayId: ends[index],
      })),
    },
  };
}

const TO_WORKS = [WORKS.CustomerGatewayId, WORKS.CustomerGatewayId] as const;
export const APART = [WORKS.CustomerGatewayId, OFFICE.CustomerGatewayId] as const;

/** One gateway with both customer gateways, and these connections. */
export function setUp(simulator: Simulator, connections: object[], gateway: object = {}): void {
  simulator.setVpnGateways(REGION, [{ ...GATEWAY, ...gateway }]);
  simulator.setCustomerGateways(REGION, [WORKS, OFFICE]);
  simulator.setConnections(REGION, connections);
}

export const numbered = (count: number, status: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => single(`n${index + 10}`, status(index)));

export const VPN_GATEWAY = {
  of: "vpnGateway",
  regionId: REGION,
  vpnGatewayId: GATEWAY.VpnGatewayId,
} as const;

export const CUSTOMER_GATEWAY = {
  of: "customerGateway",
  regionId: REGION,
  customerGatewayId: WORKS.CustomerGatewayId,
} as const;

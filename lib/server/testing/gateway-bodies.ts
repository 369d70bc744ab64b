import "server-only";
import { SECRETS } from "@/lib/server/testing/wire-bodies";

/** Gateways as DescribeVpnGateways and DescribeCustomerGateways send them, with everything they can have. */
export const vpnGatewayBody = {
  VpnGatewayId: "vpn-gateway1",
  Name: "office gateway",
  Description: "both offices",
  Status: "active",
  BusinessStatus: "Normal",
  ChargeType: "PostpayByFlow",
  CreateTime: 1_600_000_000_000,
  EndTime: 1_700_000_000_000,
  VpcId: "vpc-1",
  VSwitchId: "vsw-1",
  DisasterRecoveryVSwitchId: "vsw-2",
  InternetIp: "203.0.113.1",
  DisasterRecoveryInternetIp: "203.0.113.2",
  SslVpnInternetIp: "203.0.113.3",
  Spec: "200M",
  IpsecVpn: "enable",
  SslVpn: "disable",
  SslMaxConnections: 5,
  NetworkType: "public",
  VpnType: "Normal",
  GatewayType: "Traditional",
  EnableBgp: true,
  AutoPropagate: false,
  ResourceGroupId: "rg-1",
  Tags: { Tag: [{ Key: "env", Value: "prod" }] },
  Tag: '{"VpnEnableBgp":"true","VpnVersion":"v1.2.4"}',
  EniInstanceIds: { EniInstanceId: ["eni-1", "eni-2"] },
};

export const customerGatewayBody = {
  CustomerGatewayId: "cgw-customer1",
  Name: "branch router",
  Description: "in the cellar",
  IpAddress: "198.51.100.20",
  Asn: 64_513,
  AuthKey: SECRETS.authKey,
  CreateTime: 1_600_000_000_000,
  ResourceGroupId: "rg-1",
  Tags: { Tag: [{ Key: "env", Value: "prod" }] },
};

import type { OddValue, SecretPresence, Stale, Tag } from "@/lib/vpn/types";

/** As DescribeVpnGateways tells of it; null is what the API did not send. */
export type VpnGateway = {
  regionId: string;
  vpnGatewayId: string;
  name: string;
  description: string | null;
  /** `init`, `provisioning`, `active`, `updating`, `deleting`; enhanced gateways send none. */
  status: string | null;
  /** `Normal` or `FinancialLocked`. */
  businessStatus: string | null;
  chargeType: string | null;
  /** Epoch milliseconds, both. */
  createTime: number | null;
  endTime: number | null;
  vpcId: string | null;
  vSwitchId: string | null;
  disasterRecoveryVSwitchId: string | null;
  internetIp: string | null;
  disasterRecoveryInternetIp: string | null;
  sslVpnInternetIp: string | null;
  /** Bandwidth as the API spells it, `200M`. */
  spec: string | null;
  ipsecVpn: string | null;
  sslVpn: string | null;
  sslMaxConnections: number | null;
  networkType: string | null;
  vpnType: string | null;
  gatewayType: string | null;
  enableBgp: boolean | null;
  autoPropagate: boolean | null;
  resourceGroupId: string | null;
  tags: Tag[];
  /** What Alibaba itself notes about the gateway (`VpnVersion`), which the wire sends as JSON in a string. */
  systemTags: Tag[];
  eniInstanceIds: string[];
  oddValues: OddValue[];
};

/** What the account has recorded about a device at the far end. */
export type CustomerGateway = {
  regionId: string;
  customerGatewayId: string;
  name: string;
  description: string | null;
  ipAddress: string | null;
  asn: number | null;
  authKey: SecretPresence;
  /** Epoch milliseconds. */
  createTime: number | null;
  resourceGroupId: string | null;
  tags: Tag[];
  oddValues: OddValue[];
};

/** What an answer about one thing adds to it: Alibaba's id of the call, null where several made it. */
export type Read<Thing> = Thing & {
  requestId: string | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
  /** There while an old answer replaces one that could not be had. */
  stale?: Stale;
};

import "server-only";
import { joined, utc } from "@/lib/server/export/csv-text";
import type {
  GatewayUse,
  ListedCustomerGateway,
  ListedGateway,
  ListedVpnGateway,
} from "@/lib/vpn/gateway-list";
import type { OddValue, Tag, Verdict } from "@/lib/vpn/types";

type Value = string | number | boolean | null;
/** What a column holds, by its name. A field without a column is a type error. */
type Columns<Name extends string, Gateway> = Record<Name, (gateway: Gateway) => Value>;

type UseColumn =
  | Exclude<keyof GatewayUse, "counts" | "findingCounts">
  | `${Verdict}Count`
  | `${"critical" | "high"}FindingCount`;

const USE: Columns<UseColumn, ListedGateway> = {
  isListed: ({ isListed }) => isListed,
  verdict: ({ verdict }) => verdict,
  connectionCount: ({ connectionCount }) => connectionCount,
  downCount: ({ counts }) => counts.down,
  degradedCount: ({ counts }) => counts.degraded,
  unknownCount: ({ counts }) => counts.unknown,
  upCount: ({ counts }) => counts.up,
  criticalFindingCount: ({ findingCounts }) => findingCounts.critical,
  highFindingCount: ({ findingCounts }) => findingCounts.high,
};

export const VPN_GATEWAY_COLUMNS: Columns<
  Exclude<keyof ListedVpnGateway, keyof GatewayUse> | UseColumn,
  ListedVpnGateway
> = {
  regionId: ({ regionId }) => regionId,
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  name: ({ name }) => name,
  ...USE,
  status: ({ status }) => status,
  businessStatus: ({ businessStatus }) => businessStatus,
  internetIp: ({ internetIp }) => internetIp,
  disasterRecoveryInternetIp: ({ disasterRecoveryInternetIp }) => disasterRecoveryInternetIp,
  sslVpnInternetIp: ({ sslVpnInternetIp }) => sslVpnInternetIp,
  vpcId: ({ vpcId }) => vpcId,
  vSwitchId: ({ vSwitchId }) => vSwitchId,
  disasterRecoveryVSwitchId: ({ disasterRecoveryVSwitchId }) => disasterRecoveryVSwitchId,
  spec: ({ spec }) => spec,
  chargeType: ({ chargeType }) => chargeType,
  createTime: ({ createTime }) => utc(createTime),
  endTime: ({ endTime }) => utc(endTime),
  description: ({ description }) => description,
  ipsecVpn: ({ ipsecVpn }) => ipsecVpn,
  sslVpn: ({ sslVpn }) => sslVpn,
  sslMaxConnections: ({ sslMaxConnections }) => sslMaxConnections,
  networkType: ({ networkType }) => networkType,
  vpnType: ({ vpnType }) => vpnType,
  gatewayType: ({ gatewayType }) => gatewayType,
  enableBgp: ({ enableBgp }) => enableBgp,
  autoPropagate: ({ autoPropagate }) => autoPropagate,
  eniInstanceIds: ({ eniInstanceIds }) => joined(eniInstanceIds),
  resourceGroupId: ({ resourceGroupId }) => resourceGroupId,
  tags: ({ tags }) => joinedTags(tags),
  systemTags: ({ systemTags }) => joinedTags(systemTags),
  oddValues: ({ oddValues }) => joinedOdd(oddValues),
};

export const CUSTOMER_GATEWAY_COLUMNS: Columns<
  | Exclude<keyof ListedCustomerGateway, keyof GatewayUse | "authKey">
  | UseColumn
  | "authKeyConfigured",
  ListedCustomerGateway
> = {
  regionId: ({ regionId }) => regionId,
  customerGatewayId: ({ customerGatewayId }) => customerGatewayId,
  name: ({ name }) => name,
  ...USE,
  ipAddress: ({ ipAddress }) => ipAddress,
  asn: ({ asn }) => asn,
  authKeyConfigured: ({ authKey }) => authKey?.configured ?? null,
  createTime: ({ createTime }) => utc(createTime),
  description: ({ description }) => description,
  resourceGroupId: ({ resourceGroupId }) => resourceGroupId,
  tags: ({ tags }) => joinedTags(tags),
  oddValues: ({ oddValues }) => joinedOdd(oddValues),
};

const joinedTags = (tags: Tag[]) => joined(tags.map(({ key, value }) => `${key}:${value}`));
const joinedOdd = (oddValues: OddValue[]) =>
  joined(oddValues.map(({ field, value }) => `${field}=${value}`));

import { healthRank } from "@/lib/vpn/gateway-health";
import type {
  GatewayOf,
  ListedCustomerGateway,
  ListedGateway,
  ListedVpnGateway,
} from "@/lib/vpn/gateway-list";
import type { CustomerGatewaySortField, VpnGatewaySortField } from "@/lib/vpn/gateway-parameters";
import { customerGatewayRows, type UsedRegion, vpnGatewayRows } from "@/lib/vpn/gateway-rows";
import type { MatchField } from "@/lib/vpn/search-match";
import { type ForEachEntry, type Searcher, searcherOf } from "@/lib/vpn/searcher";

type Value = string | number | null;
/** `now` is epoch milliseconds. */
type SortKey<Gateway> = (gateway: Gateway, now: number) => Value;

/** How one kind of gateways is made, found and put in order. */
export type GatewayKind<Gateway extends ListedGateway> = {
  of: GatewayOf;
  rowsOf: (region: UsedRegion, areRead: boolean) => Gateway[];
  idOf: (gateway: Gateway) => string;
  vpcIdOf: (gateway: Gateway) => string | null;
  searcher: Searcher<Gateway>;
  /** What it is sorted by, by the fields that this kind has. */
  sortKeys: ReadonlyMap<string, SortKey<Gateway>>;
};

const SHARED_KEYS = {
  name: ({ name }: ListedGateway) => name || null,
  // Ascending puts first what needs a look.
  verdict: healthRank,
  connectionCount: ({ connectionCount }: ListedGateway) => connectionCount,
  findingCounts: ({ findingCounts: { critical, high } }: ListedGateway) =>
    critical * 1_000_000 + high,
  createTime: ({ createTime }: ListedGateway) => createTime,
};

const VPN_GATEWAY_KEYS: Record<VpnGatewaySortField, SortKey<ListedVpnGateway>> = {
  ...SHARED_KEYS,
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  internetIp: ({ internetIp }) => internetIp,
  vpcId: ({ vpcId }) => vpcId,
  spec: ({ spec }) => spec,
  endTime: ({ endTime }) => endTime,
};

const CUSTOMER_GATEWAY_KEYS: Record<CustomerGatewaySortField, SortKey<ListedCustomerGateway>> = {
  ...SHARED_KEYS,
  customerGatewayId: ({ customerGatewayId }) => customerGatewayId,
  ipAddress: ({ ipAddress }) => ipAddress,
  asn: ({ asn }) => asn,
};

export const VPN_GATEWAY_KIND: GatewayKind<ListedVpnGateway> = {
  of: "vpnGateway",
  rowsOf: vpnGatewayRows,
  idOf: ({ vpnGatewayId }) => vpnGatewayId,
  vpcIdOf: ({ vpcId }) => vpcId,
  searcher: searcherOf(
    entries((gateway: ListedVpnGateway) => [
      ["vpnGatewayId", gateway.vpnGatewayId],
      ["vpnGatewayName", gateway.name],
      ["address", gateway.internetIp],
      ["address", gateway.disasterRecoveryInternetIp],
      ["address", gateway.sslVpnInternetIp],
      ["vpcId", gateway.vpcId],
    ]),
  ),
  sortKeys: new Map(Object.entries(VPN_GATEWAY_KEYS)),
};

export const CUSTOMER_GATEWAY_KIND: GatewayKind<ListedCustomerGateway> = {
  of: "customerGateway",
  rowsOf: customerGatewayRows,
  idOf: ({ customerGatewayId }) => customerGatewayId,
  vpcIdOf: () => null,
  searcher: searcherOf(
    entries((gateway: ListedCustomerGateway) => [
      ["customerGatewayId", gateway.customerGatewayId],
      ["customerGatewayName", gateway.name],
      ["address", gateway.ipAddress],
      ["asn", gateway.asn],
    ]),
  ),
  sortKeys: new Map(Object.entries(CUSTOMER_GATEWAY_KEYS)),
};

/** Its own, and what gateways of either kind can be found by. */
function entries<Gateway extends ListedGateway>(
  ownOf: (gateway: Gateway) => [MatchField, Value][],
): ForEachEntry<Gateway> {
  return (gateway, take) => {
    const all: [MatchField, Value][] = [
      ...ownOf(gateway),
      ["resourceGroupId", gateway.resourceGroupId],
      ...gateway.tags.flatMap(({ key, value }): [MatchField, Value][] => [
        ["tag", `${key}:${value}`],
        ["tag", `${key}=${value}`],
      ]),
    ];
    for (const [field, value] of all)
      if (value !== null && value !== "") take(field, String(value));
  };
}

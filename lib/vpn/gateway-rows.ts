import type { InspectedRegion } from "@/lib/vpn/findings/rule";
import type {
  GatewayUse,
  ListedCustomerGateway,
  ListedVpnGateway,
  TransitRouterUse,
} from "@/lib/vpn/gateway-list";
import type { VpnGateway } from "@/lib/vpn/gateways";
import { countsOf } from "@/lib/vpn/select-page";
import { worstOf } from "@/lib/vpn/status";
import type { FindingMark, VpnConnection } from "@/lib/vpn/types";

/** What is known of a region for the lists of its gateways, as far as somebody sees it. */
export type UsedRegion = InspectedRegion & {
  /** Findings that should not wait: of connections and of gateways, by their ids. */
  marks: ReadonlyMap<string, FindingMark>;
};

/**
 * The VPN gateways of a region: those that the API lists, whether or not connections use them, and those
 * that only connections name.
 */
export function vpnGatewayRows(region: UsedRegion, areRead: boolean): ListedVpnGateway[] {
  const uses = usesOf(region, areRead, ({ vpnGatewayId }) =>
    vpnGatewayId === null ? [] : [vpnGatewayId],
  );
  return [
    ...[...region.vpnGateways].map(([id, gateway]) => ({
      ...gateway,
      ...useOf(uses, id, region, true),
    })),
    ...unlisted(uses, region.vpnGateways).map(([vpnGatewayId, use]) => ({
      ...NOTHING_OF_VPN_GATEWAY,
      regionId: region.regionId,
      vpnGatewayId,
      ...use,
    })),
  ];
}

/** The same of customer gateways. */
export function customerGatewayRows(region: UsedRegion, areRead: boolean): ListedCustomerGateway[] {
  const uses = usesOf(region, areRead, ({ customerGatewayIds }) => customerGatewayIds);
  return [
    ...[...region.customerGateways].map(([id, gateway]) => ({
      ...gateway,
      ...useOf(uses, id, region, true),
    })),
    ...unlisted(uses, region.customerGateways).map(([customerGatewayId, use]) => ({
      ...NOTHING_OF_CUSTOMER_GATEWAY,
      regionId: region.regionId,
      customerGatewayId,
      ...use,
    })),
  ];
}

type Uses = ReadonlyMap<string, GatewayUse>;

function usesOf(
  region: UsedRegion,
  areRead: boolean,
  idsOf: (connection: VpnConnection) => string[],
): Uses {
  const connections = new Map<string, VpnConnection[]>();
  for (const connection of region.vpnConnections) {
    for (const id of idsOf(connection)) {
      const known = connections.get(id);
      if (known === undefined) connections.set(id, [connection]);
      else known.push(connection);
    }
  }
  const isListed = areRead ? false : null;
  return new Map(
    [...connections].map(([id, ofGateway]) => [id, toUse(id, ofGateway, region, isListed)]),
  );
}

function toUse(
  id: string,
  connections: VpnConnection[],
  { marks }: UsedRegion,
  isListed: boolean | null,
): GatewayUse {
  const counts = countsOf(connections);
  return {
    isListed,
    connectionCount: connections.length,
    counts,
    verdict: connections.length === 0 ? null : worstOf(counts),
    findingCounts: sumOfMarks(
      [id, ...connections.map(({ vpnConnectionId }) => vpnConnectionId)].flatMap(
        (one) => marks.get(one) ?? [],
      ),
    ),
  };
}

function useOf(uses: Uses, id: string, region: UsedRegion, isListed: boolean): GatewayUse {
  return { ...(uses.get(id) ?? toUse(id, [], region, isListed)), isListed };
}

function unlisted(uses: Uses, listed: ReadonlyMap<string, unknown>) {
  return [...uses].filter(([id]) => !listed.has(id));
}

function sumOfMarks(marks: FindingMark[]): FindingMark {
  const sum = { critical: 0, high: 0 };
  for (const { critical, high } of marks) {
    sum.critical += critical;
    sum.high += high;
  }
  return sum;
}

/** The transit routers of connections that are on no VPN gateway. */
export function transitRoutersOf(connections: readonly VpnConnection[]): TransitRouterUse[] {
  const routers = new Map<string, TransitRouterUse>();
  for (const { regionId, vpnGatewayId, transitRouterId, transitRouterName } of connections) {
    if (vpnGatewayId !== null || transitRouterId === null) continue;
    const known = routers.get(transitRouterId);
    if (known !== undefined) known.connectionCount += 1;
    else
      routers.set(transitRouterId, {
        regionId,
        transitRouterId,
        transitRouterName,
        connectionCount: 1,
      });
  }
  return [...routers.values()];
}

/** How many connections are attached to nothing. */
export function unattachedCountOf(connections: readonly VpnConnection[]): number {
  return connections.filter(
    ({ vpnGatewayId, transitRouterId }) => vpnGatewayId === null && transitRouterId === null,
  ).length;
}

const NOTHING_OF_VPN_GATEWAY: Omit<VpnGateway, "regionId" | "vpnGatewayId"> = {
  name: "",
  description: null,
  status: null,
  businessStatus: null,
  chargeType: null,
  createTime: null,
  endTime: null,
  vpcId: null,
  vSwitchId: null,
  disasterRecoveryVSwitchId: null,
  internetIp: null,
  disasterRecoveryInternetIp: null,
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

const NOTHING_OF_CUSTOMER_GATEWAY: Omit<
  ListedCustomerGateway,
  "regionId" | "customerGatewayId" | keyof GatewayUse
> = {
  name: "",
  description: null,
  ipAddress: null,
  asn: null,
  authKey: null,
  createTime: null,
  resourceGroupId: null,
  tags: [],
  oddValues: [],
};

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
  const { regionId, vpnConnections, vpnGateways, marks } = region;
  const connections = connectionsBy(vpnConnections, ({ vpnGatewayId }) =>
    vpnGatewayId === null ? [] : [vpnGatewayId],
  );
  return idsOf(vpnGateways, connections).map((vpnGatewayId): ListedVpnGateway => {
    const listed = vpnGateways.get(vpnGatewayId);
    const use = useOf(vpnGatewayId, connections, marks, isListed(listed, areRead));
    return Object.assign({ regionId, vpnGatewayId }, listed ?? NOTHING_OF_VPN_GATEWAY, use);
  });
}

/** The same of customer gateways. */
export function customerGatewayRows(region: UsedRegion, areRead: boolean): ListedCustomerGateway[] {
  const { regionId, vpnConnections, customerGateways, marks } = region;
  const connections = connectionsBy(vpnConnections, ({ customerGatewayIds }) => customerGatewayIds);
  return idsOf(customerGateways, connections).map((customerGatewayId): ListedCustomerGateway => {
    const listed = customerGateways.get(customerGatewayId);
    const use = useOf(customerGatewayId, connections, marks, isListed(listed, areRead));
    const gateway = listed ?? NOTHING_OF_CUSTOMER_GATEWAY;
    return Object.assign({ regionId, customerGatewayId }, gateway, use);
  });
}

type Connections = ReadonlyMap<string, VpnConnection[]>;

function connectionsBy(
  vpnConnections: readonly VpnConnection[],
  gatewayIdsOf: (connection: VpnConnection) => string[],
): Connections {
  const connections = new Map<string, VpnConnection[]>();
  for (const connection of vpnConnections) {
    for (const id of gatewayIdsOf(connection)) {
      const known = connections.get(id);
      if (known === undefined) connections.set(id, [connection]);
      else known.push(connection);
    }
  }
  return connections;
}

function idsOf(listed: ReadonlyMap<string, unknown>, connections: Connections): string[] {
  return [...new Set([...listed.keys(), ...connections.keys()])];
}

function isListed(listed: object | undefined, areRead: boolean): boolean | null {
  return listed !== undefined || (areRead ? false : null);
}

function useOf(
  id: string,
  connections: Connections,
  marks: UsedRegion["marks"],
  isListed: boolean | null,
): GatewayUse {
  const ofGateway = connections.get(id) ?? [];
  const counts = countsOf(ofGateway);
  const marked = [id, ...ofGateway.map(({ vpnConnectionId }) => vpnConnectionId)];
  return {
    isListed,
    connectionCount: ofGateway.length,
    counts,
    verdict: ofGateway.length === 0 ? null : worstOf(counts),
    findingCounts: sumOfMarks(marked.flatMap((one) => marks.get(one) ?? [])),
  };
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

import {
  isUnfilteredUpstream,
  type ListParameters,
  type UpstreamFilters,
} from "@/lib/vpn/list-parameters";
import type { ReadConnections } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

type Filters = Pick<ListParameters, "status" | "tunnelMode" | "ikeVersion">;

/** Whether a connection is what the filters ask for, all of them together. */
export function matcher(filters: Filters): (connection: VpnConnection) => boolean {
  const { status, tunnelMode, ikeVersion } = filters;
  return (connection) =>
    (status.length === 0 || status.some((wanted) => hasStatus(connection, wanted))) &&
    (tunnelMode === null || connection.tunnelMode === tunnelMode) &&
    (ikeVersion === null || hasIkeVersion(connection, ikeVersion));
}

const isWanted = (wanted: string | null, id: string | null) => wanted === null || wanted === id;

/** What the API upstream would find of a region by its own filters. */
export function narrow(region: ReadConnections, filters: UpstreamFilters): ReadConnections {
  if (isUnfilteredUpstream(filters)) return region;
  const { vpnConnectionId } = filters;
  return {
    ...region,
    vpnConnections: region.vpnConnections.filter((one) => hasUpstreamFilters(one, filters)),
    // What could not be read may have any of them but another id.
    unreadable: region.unreadable.filter(
      (one) => one.vpnConnectionId === null || isWanted(vpnConnectionId, one.vpnConnectionId),
    ),
  };
}

/** Whether the filters of the API upstream find a connection. */
export function hasUpstreamFilters(connection: VpnConnection, filters: UpstreamFilters): boolean {
  const { vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId, tag } = filters;
  return (
    isWanted(vpnGatewayId, connection.vpnGatewayId) &&
    isWanted(vpnConnectionId, connection.vpnConnectionId) &&
    isWanted(resourceGroupId, connection.resourceGroupId) &&
    (customerGatewayId === null || connection.customerGatewayIds.includes(customerGatewayId)) &&
    tag.every((wanted) => connection.tags.some(({ key, value }) => `${key}:${value}` === wanted))
  );
}

/** A verdict of the connection, or the upstream status of one of its tunnels. */
function hasStatus({ verdict, tunnels }: VpnConnection, wanted: string): boolean {
  return (
    verdict === wanted ||
    tunnels.some(({ status, rawStatus }) => status === wanted || rawStatus === wanted)
  );
}

function hasIkeVersion({ tunnels }: VpnConnection, wanted: string): boolean {
  return tunnels.some(
    ({ ikeConfig }) => ikeConfig.ikeVersion?.toLowerCase() === wanted.toLowerCase(),
  );
}

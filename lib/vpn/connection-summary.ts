import type { Attachment } from "@/lib/vpn/connection-row";
import { type RowTunnel, toRowTunnel } from "@/lib/vpn/row-tunnel";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** What is needed of a connection to say how it is, where, and since when: a tenth of it. */
export type ConnectionSummary = Pick<
  VpnConnection,
  | "regionId"
  | "vpnConnectionId"
  | "name"
  | "verdict"
  | "verdictSince"
  | "verdictSinceExact"
  | "changesIn24Hours"
  | "flapping"
> &
  Attachment & { tunnels: RowTunnel[] };

export type ConnectionSummaries = {
  connections: ConnectionSummary[];
  fetchedAt: number;
  /** As in the list that they are of. */
  reading?: number;
};

export function summariesOf(list: VpnConnectionList): ConnectionSummaries {
  const { vpnConnections, fetchedAt, reading } = list;
  return { connections: vpnConnections.map(summaryOf), fetchedAt, reading };
}

function summaryOf(connection: VpnConnection): ConnectionSummary {
  return {
    regionId: connection.regionId,
    vpnConnectionId: connection.vpnConnectionId,
    name: connection.name,
    vpnGatewayId: connection.vpnGatewayId,
    vpnGatewayName: connection.vpnGatewayName,
    transitRouterId: connection.transitRouterId,
    transitRouterName: connection.transitRouterName,
    attachType: connection.attachType,
    verdict: connection.verdict,
    verdictSince: connection.verdictSince,
    verdictSinceExact: connection.verdictSinceExact,
    changesIn24Hours: connection.changesIn24Hours,
    flapping: connection.flapping,
    tunnels: connection.tunnels.map(toRowTunnel),
  };
}

import { type ConnectionColumn, kindOf } from "@/lib/vpn/connection-columns";
import { type ColumnValue, valuesOf } from "@/lib/vpn/connection-values";
import type { Read } from "@/lib/vpn/gateways";
import type { InitialData } from "@/lib/vpn/initial-data";
import { type RowTunnel, toRowTunnel } from "@/lib/vpn/row-tunnel";
import type { SearchMatch } from "@/lib/vpn/search-match";
import { isDestinationRouting } from "@/lib/vpn/subnets";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** What a connection is attached to. */
export type Attachment = Pick<
  VpnConnection,
  "vpnGatewayId" | "vpnGatewayName" | "transitRouterId" | "transitRouterName" | "attachType"
>;

/** A connection as a row shows it: what the asked columns hold, and no more. */
export type ConnectionRow = Pick<
  VpnConnection,
  "regionId" | "vpnConnectionId" | "name" | "verdict" | "flapping" | "findingCounts"
> & {
  tunnels: RowTunnel[];
  isByRouteTable: boolean;
  /** Each there while its column is asked for. */
  attachedTo: Attachment | null;
  customerGateways: { id: string; name: string | null }[] | null;
  since: Pick<VpnConnection, "verdictSince" | "verdictSinceExact"> | null;
  values: { [name in ConnectionColumn]?: ColumnValue[] };
};

/** The list with rows in the place of its connections. */
export type ConnectionRowList = Omit<VpnConnectionList, "vpnConnections" | "matches"> & {
  vpnConnections: ConnectionRow[];
  matches?: (SearchMatch | null)[];
};

/** What a page of a list starts with. */
export type FirstRows = {
  columns: ConnectionColumn[];
  rows: InitialData<ConnectionRowList>;
  /** Connections whose panels are open. */
  open: Read<VpnConnection>[];
};

export function toRowList(
  { vpnConnections, ...list }: VpnConnectionList,
  columns: readonly ConnectionColumn[],
): ConnectionRowList {
  return { ...list, vpnConnections: vpnConnections.map((one) => toRow(one, columns)) };
}

function toRow(connection: VpnConnection, columns: readonly ConnectionColumn[]): ConnectionRow {
  const { regionId, vpnConnectionId, name, verdict, flapping, findingCounts } = connection;
  const plain = columns.filter((column) => kindOf(column) !== "own");
  return {
    regionId,
    vpnConnectionId,
    name,
    verdict,
    flapping,
    findingCounts,
    tunnels: connection.tunnels.map(toRowTunnel),
    isByRouteTable: isDestinationRouting(connection),
    attachedTo: columns.includes("vpnGatewayId") ? attachmentOf(connection) : null,
    customerGateways: columns.includes("customerGatewayIds")
      ? customerGatewaysOf(connection)
      : null,
    since: columns.includes("verdictSince") ? sinceOf(connection) : null,
    values: Object.fromEntries(plain.map((column) => [column, valuesOf(connection, column)])),
  };
}

function attachmentOf(connection: VpnConnection): Attachment {
  const { vpnGatewayId, vpnGatewayName, transitRouterId, transitRouterName, attachType } =
    connection;
  return { vpnGatewayId, vpnGatewayName, transitRouterId, transitRouterName, attachType };
}

function customerGatewaysOf({ customerGatewayIds, customerGatewayNames }: VpnConnection) {
  return customerGatewayIds.map((id, index) => ({ id, name: customerGatewayNames[index] ?? null }));
}

function sinceOf({ verdictSince, verdictSinceExact }: VpnConnection) {
  return { verdictSince, verdictSinceExact };
}

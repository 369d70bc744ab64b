import "server-only";
import type { UpstreamFilters, UpstreamParameters } from "@/lib/vpn/list-parameters";
import { splitTag } from "@/lib/vpn/search-params";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { UnreadableConnection, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import {
  defineLastPages,
  type ListKind,
  readListPage,
  type Unreadable,
} from "@/lib/server/vpc-api/list-page";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection, rawVpnConnectionPage } from "@/lib/server/vpc-api/raw/vpn-connection";
import { readWholeList } from "@/lib/server/vpc-api/walk";

const VPN_CONNECTIONS: ListKind<typeof rawVpnConnection, VpnConnection> = {
  action: "DescribeVpnConnections",
  lastPages: defineLastPages("DescribeVpnConnections"),
  page: rawVpnConnectionPage,
  item: rawVpnConnection,
  toItem: toVpnConnection,
  idOf: ({ vpnConnectionId }) => vpnConnectionId,
  wireId: "VpnConnectionId",
};

/** One page, as DescribeVpnConnections answers it. Throws VpcApiError. */
export async function describeVpnConnections(
  regionId: string,
  parameters: UpstreamParameters,
): Promise<VpnConnectionList> {
  const { pageNumber, pageSize } = parameters;
  const filters = toWireFilters(parameters);
  const page = await readListPage(VPN_CONNECTIONS, regionId, filters, { pageNumber, pageSize });
  return {
    vpnConnections: page.items,
    unreadable: page.unreadable.map((one) => toUnreadable(regionId, one)),
    totalCount: page.totalCount,
    pageNumber,
    pageSize,
    requestId: page.requestId,
    fetchedAt: page.fetchedAt,
    counts: null,
  };
}

/** All of a region; `known` are ids that were there before. Throws VpcApiError. */
export async function describeAllVpnConnections(
  regionId: string,
  known?: ReadonlySet<string>,
): Promise<Omit<RegionSnapshot, "version">> {
  const whole = await readWholeList(VPN_CONNECTIONS, regionId, {}, known);
  return {
    regionId,
    vpnConnections: whole.items,
    unreadable: whole.unreadable.map((one) => toUnreadable(regionId, one)),
    requestId: whole.requestId,
    fetchedAt: whole.fetchedAt,
  };
}

function toUnreadable(regionId: string, { id, fields }: Unreadable): UnreadableConnection {
  return { regionId, vpnConnectionId: id, fields };
}

/** pop-core would send an absent value as the word `undefined`, so empties are left out here. */
function toWireFilters(filters: UpstreamFilters): WireParameters {
  const wire: WireParameters = {};
  if (filters.vpnGatewayId !== null) wire.VpnGatewayId = filters.vpnGatewayId;
  if (filters.customerGatewayId !== null) wire.CustomerGatewayId = filters.customerGatewayId;
  if (filters.vpnConnectionId !== null) wire.VpnConnectionId = filters.vpnConnectionId;
  if (filters.resourceGroupId !== null) wire.ResourceGroupId = filters.resourceGroupId;
  const tags = filters.tag.map(splitTag).map(({ key, value }) => ({ Key: key, Value: value }));
  if (tags.length > 0) wire.Tag = tags;
  return wire;
}

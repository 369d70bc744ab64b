import "server-only";
import type { VpnGateway } from "@/lib/vpn/gateways";
import { defineLastPages, type ListKind } from "@/lib/server/vpc-api/list-page";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnGateway, rawVpnGatewayPage } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { type ReadableList, readableOf, readWholeList } from "@/lib/server/vpc-api/walk";

const VPN_GATEWAYS: ListKind<typeof rawVpnGateway, VpnGateway> = {
  action: "DescribeVpnGateways",
  lastPages: defineLastPages("DescribeVpnGateways"),
  page: rawVpnGatewayPage,
  item: rawVpnGateway,
  toItem: toVpnGateway,
  idOf: ({ vpnGatewayId }) => vpnGatewayId,
  wireId: "VpnGatewayId",
};

/** All of a region. Throws VpcApiError. */
export async function describeVpnGateways(regionId: string): Promise<ReadableList<VpnGateway>> {
  return readableOf(await readWholeList(VPN_GATEWAYS, regionId, {}));
}

import "server-only";
import type { VpnGateway } from "@/lib/vpn/gateways";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import type { ListKind } from "@/lib/server/vpc-api/list-page";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnGateway, rawVpnGatewayPage } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { type ReadableList, readableOf, readWholeList } from "@/lib/server/vpc-api/walk";

const VPN_GATEWAYS: ListKind<typeof rawVpnGateway, VpnGateway> = {
  action: "DescribeVpnGateways",
  page: rawVpnGatewayPage,
  item: rawVpnGateway,
  toItem: toVpnGateway,
  idOf: ({ vpnGatewayId }) => vpnGatewayId,
  wireId: "VpnGatewayId",
};

/** All of a region, or those the API finds by the id. Throws VpcApiError. */
export async function describeVpnGateways(
  regionId: string,
  { vpnGatewayId }: { vpnGatewayId?: string } = {},
): Promise<ReadableList<VpnGateway>> {
  // pop-core would send an absent value as the word `undefined`.
  const filters: WireParameters = vpnGatewayId === undefined ? {} : { VpnGatewayId: vpnGatewayId };
  const whole = await readWholeList(VPN_GATEWAYS, regionId, filters);
  return readableOf(VPN_GATEWAYS, whole, vpnGatewayId);
}

import type { NextRequest } from "next/server";
import { getGateway, VPN_GATEWAYS } from "@/lib/server/inventory/gateways";
import { replyWithoutQuery } from "@/lib/server/http/reply-with-data";

type Context = RouteContext<"/api/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithoutQuery(request, async (user) => {
    const { regionId, vpnGatewayId } = await params;
    return getGateway(VPN_GATEWAYS, regionId, vpnGatewayId, user);
  });
}

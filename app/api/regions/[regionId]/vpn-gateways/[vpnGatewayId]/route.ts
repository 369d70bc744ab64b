import type { NextRequest } from "next/server";
import { getVpnGateway } from "@/lib/server/inventory/vpn-gateways";
import { replyWithoutQuery } from "@/lib/server/http/reply-without-query";

type Context = RouteContext<"/api/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithoutQuery(request, async (user) => {
    const { regionId, vpnGatewayId } = await params;
    return getVpnGateway(regionId, vpnGatewayId, user);
  });
}

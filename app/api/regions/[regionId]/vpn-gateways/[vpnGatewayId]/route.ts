import type { NextRequest } from "next/server";
import { getVpnGateway } from "@/lib/server/data/vpn-gateways";
import { replyWithoutQuery } from "@/lib/server/reply-without-query";

type Context = RouteContext<"/api/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithoutQuery(request, async (reader) => {
    const { regionId, vpnGatewayId } = await params;
    return getVpnGateway(regionId, vpnGatewayId, reader);
  });
}

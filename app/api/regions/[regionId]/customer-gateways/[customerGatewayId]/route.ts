import type { NextRequest } from "next/server";
import { CUSTOMER_GATEWAYS, getGateway } from "@/lib/server/inventory/gateways";
import { replyWithoutQuery } from "@/lib/server/http/reply-with-data";

type Context = RouteContext<"/api/regions/[regionId]/customer-gateways/[customerGatewayId]">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithoutQuery(request, async (user) => {
    const { regionId, customerGatewayId } = await params;
    return getGateway(CUSTOMER_GATEWAYS, regionId, customerGatewayId, user);
  });
}

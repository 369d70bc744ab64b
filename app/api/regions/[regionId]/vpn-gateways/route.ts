import type { NextRequest } from "next/server";
import { replyToGateways } from "@/lib/server/http/reply-to-gateways";
import { VPN_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

type Context = RouteContext<"/api/regions/[regionId]/vpn-gateways">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId } = await params;
  return replyToGateways(request, VPN_GATEWAY_LIST, regionId);
}

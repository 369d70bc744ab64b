import type { NextRequest } from "next/server";
import { replyWithData } from "@/lib/server/http/reply-with-data";
import { compareVpnConnection } from "@/lib/server/inventory/comparison";
import { readCompare } from "@/lib/vpn/search-params-compare";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/compare">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithData(request, readCompare, async (user, compared) => {
    const { regionId, vpnConnectionId } = await params;
    return (await compareVpnConnection(regionId, vpnConnectionId, compared, user)).comparison;
  });
}

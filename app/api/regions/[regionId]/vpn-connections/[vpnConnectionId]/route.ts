import type { NextRequest } from "next/server";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { replyWithoutQuery } from "@/lib/server/http/reply-with-data";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections/[vpnConnectionId]">;

export function GET(request: NextRequest, { params }: Context) {
  return replyWithoutQuery(request, async (user) => {
    const { regionId, vpnConnectionId } = await params;
    return getVpnConnection(regionId, vpnConnectionId, user);
  });
}

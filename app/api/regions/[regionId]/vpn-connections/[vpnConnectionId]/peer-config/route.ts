import type { NextRequest } from "next/server";
import { replyToPeerConfig } from "@/lib/server/http/reply-to-peer-config";

type Context =
  RouteContext<"/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/peer-config">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId, vpnConnectionId } = await params;
  return replyToPeerConfig(request, regionId, vpnConnectionId);
}

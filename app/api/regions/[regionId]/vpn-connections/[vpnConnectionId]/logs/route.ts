import type { NextRequest } from "next/server";
import { replyWithData } from "@/lib/server/http/reply-with-data";
import { getConnectionLogs } from "@/lib/server/inventory/connection-logs";
import { readLogs } from "@/lib/vpn/search-params-logs";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/logs">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId, vpnConnectionId } = await params;
  return replyWithData(request, readLogs, (user, { question }) =>
    getConnectionLogs(regionId, vpnConnectionId, question, user),
  );
}

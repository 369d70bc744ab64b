import type { NextRequest } from "next/server";
import { replyWithData } from "@/lib/server/http/reply-with-data";
import { getConnectionHistory } from "@/lib/server/inventory/connection-history";
import { readRange } from "@/lib/vpn/search-params-history";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/history">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId, vpnConnectionId } = await params;
  return replyWithData(request, readRange, (user, { range }) =>
    getConnectionHistory(regionId, vpnConnectionId, range, user),
  );
}

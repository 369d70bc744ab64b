import type { NextRequest } from "next/server";
import { allVpnConnections, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { replyToList } from "@/lib/server/http/reply-to-list";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId } = await params;
  return replyToList(request, regionId, {
    page: (parameters, user) => listVpnConnections(regionId, parameters, user),
    all: (parameters, user) => allVpnConnections(regionId, parameters, user),
  });
}

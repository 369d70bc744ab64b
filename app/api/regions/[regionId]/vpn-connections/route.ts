import type { NextRequest } from "next/server";
import { allVpnConnections, listVpnConnections } from "@/lib/server/data/vpn-connections";
import { replyToList } from "@/lib/server/reply-to-list";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections">;

export async function GET(request: NextRequest, { params }: Context) {
  const { regionId } = await params;
  return replyToList(request, regionId, {
    page: (parameters, reader) => listVpnConnections(regionId, parameters, reader),
    all: (parameters, reader) => allVpnConnections(regionId, parameters, reader),
  });
}

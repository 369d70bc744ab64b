import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { listVpnConnections } from "@/lib/server/data/vpn-connections";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";
import { readListParametersStrictly } from "@/lib/vpn/search-params";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections">;

export function GET(request: NextRequest, { params }: Context) {
  return reply(async () => {
    const { regionId } = await params;
    const read = readListParametersStrictly(request.nextUrl.searchParams);
    if (!read.ok) throw new ParameterError(read.parameter, read.reason);
    return listVpnConnections(regionId, read.parameters, await getLocale());
  });
}

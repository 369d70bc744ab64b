import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { allVpnConnections, listVpnConnections } from "@/lib/server/data/vpn-connections";
import { download } from "@/lib/server/download/download";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";
import { readListParametersStrictly } from "@/lib/vpn/search-params";

type Context = RouteContext<"/api/regions/[regionId]/vpn-connections">;

export function GET(request: NextRequest, { params }: Context) {
  return reply(async () => {
    const { regionId } = await params;
    const read = readListParametersStrictly(request.nextUrl.searchParams);
    if (!read.ok) throw new ParameterError(read.parameter, read.reason);
    const locale = await getLocale();
    if (read.format === null) return listVpnConnections(regionId, read.parameters, locale);
    const list = await allVpnConnections(regionId, read.parameters, locale);
    return download(regionId, list, read.format);
  });
}

import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { createAnswerCache } from "@/lib/server/answer-cache";
import { requireRegion } from "@/lib/server/data/regions";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-wide";
import {
  describeAllVpnConnections,
  describeVpnConnections,
} from "@/lib/server/vpc-api/vpn-connections";
import {
  type ListParameters,
  needsWholeRegion,
  type UpstreamParameters,
} from "@/lib/vpn/search-params";
import { selectPage } from "@/lib/vpn/select-page";
import type { VpnConnectionList } from "@/lib/vpn/types";

const ttlMs = () => env().TUNNELBOARD_CACHE_SECONDS * 1000;

/**
 * One page of a region's connections. What the API upstream can answer costs one call; for the rest
 * the region is read whole, once for everybody. Throws ParameterError or VpcApiError.
 */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  locale: Locale,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, locale);
  const { pageNumber, pageSize, ...filters } = upstreamPart(parameters);
  if (needsWholeRegion(parameters)) {
    const regions = processWide("regionReads", () => createAnswerCache(ttlMs()));
    const region = await regions.read(JSON.stringify([regionId, filters]), () =>
      describeAllVpnConnections(regionId, filters),
    );
    return selectPage(region, parameters);
  }
  const pages = processWide("vpnConnections", () => createAnswerCache(ttlMs()));
  const question = { ...filters, pageNumber, pageSize };
  return pages.read(JSON.stringify([regionId, question]), () =>
    describeVpnConnections(regionId, question),
  );
}

/** Named one by one, so that equal questions have equal keys. */
function upstreamPart(parameters: ListParameters): UpstreamParameters {
  const { pageNumber, pageSize, vpnGatewayId, customerGatewayId, vpnConnectionId } = parameters;
  const { resourceGroupId, tag } = parameters;
  return {
    pageNumber,
    pageSize,
    vpnGatewayId,
    customerGatewayId,
    vpnConnectionId,
    resourceGroupId,
    tag,
  };
}

import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import type { Read } from "@/lib/vpn/gateways";
import {
  type ListParameters,
  needsWholeRegion,
  NO_PARAMETERS,
  type UpstreamParameters,
} from "@/lib/vpn/list-parameters";
import { countsOf, type RegionRead, selectPage } from "@/lib/vpn/select-page";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { createAnswerCache } from "@/lib/server/answer-cache";
import { rememberFacets } from "@/lib/server/data/facets";
import { answersTtlMs } from "@/lib/server/data/keep";
import { isUnknownId, type Lookup, requireFound, requireIds } from "@/lib/server/data/lookup";
import { requireRegion } from "@/lib/server/data/regions";
import { processWide } from "@/lib/server/process-wide";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import {
  describeAllVpnConnections,
  describeVpnConnections,
} from "@/lib/server/vpc-api/vpn-connections";

/**
 * One page of a region's connections. What the API upstream can answer costs one call at most; for the
 * rest the region is read whole, once for everybody. Throws ParameterError or VpcApiError.
 */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  locale: Locale,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, locale);
  return readList(regionId, parameters);
}

/** All that the question finds, on one page however long. Throws ParameterError or VpcApiError. */
export async function allVpnConnections(
  regionId: string,
  parameters: ListParameters,
  locale: Locale,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, locale);
  const region = await readRegion(regionId, upstreamPart(parameters).filters);
  const pageSize = Math.max(1, region.vpnConnections.length + region.unreadable.length);
  return selectPage(region, { ...parameters, pageNumber: 1, pageSize });
}

async function readList(regionId: string, parameters: ListParameters): Promise<VpnConnectionList> {
  const { page, filters } = upstreamPart(parameters);
  const region = needsWholeRegion(parameters)
    ? await readRegion(regionId, filters)
    : regionReads().peek(regionKey(regionId, filters));
  if (region !== undefined) return selectPage(region, parameters);
  const pages = processWide("vpnConnections", () => createAnswerCache(answersTtlMs()));
  return pages.read(JSON.stringify([regionId, filters, page]), async () =>
    counted(await describeVpnConnections(regionId, { ...filters, ...page })),
  );
}

/** A page that holds all there is has counts without another call. */
function counted(list: VpnConnectionList): VpnConnectionList {
  return holdsAll(list) ? { ...list, counts: countsOf(list.vpnConnections) } : list;
}

function holdsAll({ pageNumber, totalCount, vpnConnections, unreadable }: VpnConnectionList) {
  return pageNumber === 1 && totalCount <= vpnConnections.length + unreadable.length;
}

type UpstreamFilters = Omit<UpstreamParameters, "pageNumber" | "pageSize">;

const regionReads = () => processWide("regionReads", () => createAnswerCache(answersTtlMs()));
const regionKey = (regionId: string, filters: UpstreamFilters) =>
  JSON.stringify([regionId, filters]);

function readRegion(regionId: string, filters: UpstreamFilters): Promise<RegionRead> {
  return regionReads().read(regionKey(regionId, filters), async () => {
    const region = await describeAllVpnConnections(regionId, filters);
    const { tag, ...ids } = filters;
    const isWhole = tag.length === 0 && Object.values(ids).every((id) => id === null);
    if (isWhole) rememberFacets(regionId, region.vpnConnections);
    return region;
  });
}

/** Throws ParameterError or VpcApiError. */
export async function getVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  locale: Locale,
): Promise<Read<VpnConnection>> {
  await requireIds(regionId, "vpnConnectionId", vpnConnectionId, locale);
  const { thing, ...read } = await lookUpVpnConnection(regionId, vpnConnectionId);
  if (thing === "unreadable") {
    throw new VpcApiError("bad_answer", { requestId: read.requestId });
  }
  return requireFound("vpnConnectionId", { thing, ...read });
}

/** For a region that there is: the connection, or that it is there but makes no sense. Throws VpcApiError. */
export async function lookUpVpnConnection(
  regionId: string,
  vpnConnectionId: string,
): Promise<Lookup<VpnConnection | "unreadable">> {
  const { open: _open, ...nothing } = NO_PARAMETERS;
  const question = { ...nothing, vpnConnectionId };
  try {
    const page = await readList(regionId, question);
    const onPage = pick(page, vpnConnectionId);
    // More than one, and not this one: the API has ignored the filter.
    if (onPage.thing !== null || holdsAll(page)) return onPage;
    return pick(await readRegion(regionId, upstreamPart(question).filters), vpnConnectionId);
  } catch (error) {
    if (isUnknownId(error)) return { thing: null, requestId: null, fetchedAt: Date.now() };
    throw error;
  }
}

function pick(region: RegionRead, vpnConnectionId: string): Lookup<VpnConnection | "unreadable"> {
  const { vpnConnections, unreadable, requestId, fetchedAt } = region;
  const thing = vpnConnections.find((one) => one.vpnConnectionId === vpnConnectionId);
  if (thing !== undefined) return { thing, requestId, fetchedAt };
  const ids = new Set(unreadable.map((one) => one.vpnConnectionId));
  if (ids.has(vpnConnectionId)) return { thing: "unreadable", requestId, fetchedAt };
  // One without an id may be the wanted one.
  if (ids.has(null)) throw new VpcApiError("bad_answer", { requestId });
  return { thing: null, requestId, fetchedAt };
}

/** Named one by one, so that equal questions have equal keys. */
function upstreamPart(parameters: ListParameters) {
  const { pageNumber, pageSize, vpnGatewayId, customerGatewayId, vpnConnectionId } = parameters;
  const { resourceGroupId, tag } = parameters;
  const page = { pageNumber, pageSize };
  const filters: UpstreamFilters = {
    vpnGatewayId,
    customerGatewayId,
    vpnConnectionId,
    resourceGroupId,
    tag,
  };
  return { page, filters };
}

import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import { narrow } from "@/lib/vpn/filter";
import type { Read } from "@/lib/vpn/gateways";
import {
  type ListParameters,
  listParametersOf,
  needsWholeRegion,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";
import { countsOf, type RegionRead, selectAll, selectPage } from "@/lib/vpn/select-page";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { createAnswerCache, type Current } from "@/lib/server/answer-cache";
import { keep } from "@/lib/server/data/keep";
import {
  isUnknownId,
  type Lookup,
  requireFound,
  requireIds,
  trusted,
} from "@/lib/server/data/lookup";
import {
  filtersOf,
  heldFiltered,
  heldRegion,
  oldRegion,
  readFiltered,
  readRegion,
} from "@/lib/server/data/region-reads";
import { requireRegion } from "@/lib/server/data/regions";
import { selectOnce } from "@/lib/server/data/selections";
import { withSightings } from "@/lib/server/data/sightings";
import { markStale } from "@/lib/server/data/stale";
import { visiblePart } from "@/lib/server/data/visible";
import { processWide } from "@/lib/server/process-wide";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

/**
 * One page of a region's connections. What the API upstream can answer costs one call at most; for the
 * rest the region is read whole, once for everybody. Throws ParameterError or VpcApiError.
 */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  reader: Reader,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, reader);
  return markStale(await readList(regionId, parameters, reader));
}

/** All that the question finds, on one page however long. Throws ParameterError or VpcApiError. */
export async function allVpnConnections(
  regionId: string,
  parameters: ListParameters,
  reader: Reader,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, reader);
  const { answer, failure } = await readWhole(regionId, parameters, reader);
  return markStale({ answer: selectAll(answer, parameters), failure });
}

async function readList(
  regionId: string,
  parameters: ListParameters,
  reader: Reader,
): Promise<Current<VpnConnectionList>> {
  if (reader.sightOf(regionId) !== "all") {
    const { answer, failure } = await readPart(regionId, reader);
    return { answer: selectOnce(`${regionId} ${reader.view}`, [answer], parameters), failure };
  }
  const filters = filtersOf(parameters);
  const whole = heldRegion(regionId);
  if (whole !== undefined) {
    return { answer: selectOnce(regionId, [whole], parameters), failure: null };
  }
  const held = heldFiltered(regionId, filters);
  if (held !== undefined) return { answer: selectPage(held, parameters), failure: null };
  if (needsWholeRegion(parameters)) {
    const { answer, failure } = await readWhole(regionId, parameters, reader);
    return { answer: selectPage(answer, parameters), failure };
  }
  try {
    return await readPage(regionId, parameters);
  } catch (error) {
    const old = standIn(regionId, parameters, error);
    return { answer: selectPage(old, parameters), failure: error };
  }
}

/**
 * What the reader may see of a region that is not seen whole. The API has no filter for it, and what it
 * counts counts the rest too, so the region is read whole.
 */
async function readPart(regionId: string, reader: Reader): Promise<Current<RegionRead>> {
  const { answer, failure } = await readRegion(regionId);
  return { answer: visiblePart(answer, regionId, reader), failure };
}

/** What the reader sees of the region, as far as the question's filters of the API upstream go. */
async function readWhole(
  regionId: string,
  parameters: ListParameters,
  reader: Reader,
): Promise<Current<RegionRead>> {
  if (reader.sightOf(regionId) !== "all") {
    const { answer, failure } = await readPart(regionId, reader);
    return { answer: narrow(answer, parameters), failure };
  }
  const held = heldNarrowed(regionId, parameters);
  if (held !== undefined) return { answer: held, failure: null };
  try {
    return await readFiltered(regionId, filtersOf(parameters));
  } catch (error) {
    return { answer: standIn(regionId, parameters, error), failure: error };
  }
}

function heldNarrowed(regionId: string, parameters: ListParameters): RegionRead | undefined {
  const region = heldRegion(regionId);
  return region && narrow(region, parameters);
}

/** What an old reading of the region finds; throws the error where there is none, or it is news itself. */
function standIn(regionId: string, parameters: ListParameters, error: unknown): RegionRead {
  const region = oldRegion(regionId);
  if (region === null || isUnknownId(error)) throw error;
  return narrow(region, parameters);
}

function readPage(
  regionId: string,
  parameters: ListParameters,
): Promise<Current<VpnConnectionList>> {
  const pages = processWide("vpnConnections", () =>
    createAnswerCache<VpnConnectionList>({
      ...keep(),
      weightOf: ({ vpnConnections }) => vpnConnections.length,
      maxWeight: MAX_HELD,
    }),
  );
  const filters = filtersOf(parameters);
  const { pageNumber, pageSize } = parameters;
  return pages.read(JSON.stringify([regionId, filters, pageNumber, pageSize]), async () => {
    const list = await describeVpnConnections(regionId, { ...filters, pageNumber, pageSize });
    return counted({ ...list, vpnConnections: withSightings(regionId, list.vpnConnections) });
  });
}

/** Connections on all pages that are kept. */
const MAX_HELD = 10_000;

/** A page that holds all there is has counts without another call. */
function counted(list: VpnConnectionList): VpnConnectionList {
  return holdsAll(list) ? { ...list, counts: countsOf(list.vpnConnections) } : list;
}

function holdsAll({ pageNumber, totalCount, vpnConnections, unreadable }: VpnConnectionList) {
  return pageNumber === 1 && totalCount <= vpnConnections.length + unreadable.length;
}

/** Throws ParameterError or VpcApiError. */
export async function getVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  reader: Reader,
): Promise<Read<VpnConnection>> {
  await requireIds(regionId, "vpnConnectionId", vpnConnectionId, reader);
  const current = await lookUpVpnConnection(regionId, vpnConnectionId, reader);
  const { thing, ...read } = await markStale(current);
  if (thing === "unreadable") {
    throw new VpcApiError("bad_answer", { requestId: read.requestId });
  }
  return requireFound("vpnConnectionId", { thing, ...read });
}

type ConnectionLookup = Lookup<VpnConnection | "unreadable">;

/** For a region that there is: the connection, or that it is there but makes no sense. Throws VpcApiError. */
export async function lookUpVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  reader: Reader,
): Promise<Current<ConnectionLookup>> {
  const question = { ...listParametersOf(NO_PARAMETERS), vpnConnectionId };
  try {
    const { answer: page, failure } = await readList(regionId, question, reader);
    const onPage = pick(page, vpnConnectionId);
    // More than one, and not this one: the API has ignored the filter.
    if (onPage.thing !== null || holdsAll(page)) return trusted({ answer: onPage, failure });
    const region = await readWhole(regionId, question, reader);
    return trusted({ answer: pick(region.answer, vpnConnectionId), failure: region.failure });
  } catch (error) {
    if (!isUnknownId(error)) throw error;
    return { answer: { thing: null, requestId: null, fetchedAt: Date.now() }, failure: null };
  }
}

function pick(region: RegionRead, vpnConnectionId: string): ConnectionLookup {
  const { vpnConnections, unreadable, requestId, fetchedAt } = region;
  const thing = vpnConnections.find((one) => one.vpnConnectionId === vpnConnectionId);
  if (thing !== undefined) return { thing, requestId, fetchedAt };
  const ids = new Set(unreadable.map((one) => one.vpnConnectionId));
  if (ids.has(vpnConnectionId)) return { thing: "unreadable", requestId, fetchedAt };
  // One without an id may be the wanted one.
  if (ids.has(null)) throw new VpcApiError("bad_answer", { requestId });
  return { thing: null, requestId, fetchedAt };
}

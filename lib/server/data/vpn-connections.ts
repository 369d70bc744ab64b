import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import { narrow } from "@/lib/vpn/filter";
import { type ListParameters, needsWholeRegion } from "@/lib/vpn/list-parameters";
import { countsOf, type RegionRead, selectAll, selectPage } from "@/lib/vpn/select-page";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { createAnswerCache, type Current } from "@/lib/server/answer-cache";
import { keep } from "@/lib/server/data/keep";
import { isUnknownId } from "@/lib/server/data/lookup";
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

export async function readList(
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
export async function readWhole(
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

export function holdsAll({
  pageNumber,
  totalCount,
  vpnConnections,
  unreadable,
}: VpnConnectionList) {
  return pageNumber === 1 && totalCount <= vpnConnections.length + unreadable.length;
}

import "server-only";
import type { User } from "@/lib/server/auth/user";
import { narrow } from "@/lib/vpn/filter";
import { type ListParameters, needsWholeRegion } from "@/lib/vpn/list-parameters";
import { countsOf, selectAll, selectPage } from "@/lib/vpn/select-page";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { createAnswerCache, type Current } from "@/lib/server/runtime/answer-cache";
import { keep } from "@/lib/server/inventory/cache-times";
import { isUnknownId } from "@/lib/server/inventory/lookup";
import {
  filtersOf,
  heldFiltered,
  heldRegion,
  oldRegion,
  readFiltered,
  readRegion,
} from "@/lib/server/inventory/region-reads";
import { requireRegion } from "@/lib/server/inventory/regions";
import { selectOnce } from "@/lib/server/inventory/selections";
import { withSightings } from "@/lib/server/inventory/state-since";
import { markStale } from "@/lib/server/inventory/stale";
import { visibleSnapshot } from "@/lib/server/inventory/visible-snapshot";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

/**
 * One page of a region's connections. What the API upstream can answer costs one call at most; for the
 * rest the region is read whole, once for everybody. Throws ParameterError or VpcApiError.
 */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, user);
  return markStale(await readList(regionId, parameters, user));
}

/** All that the question finds, on one page however long. Throws ParameterError or VpcApiError. */
export async function allVpnConnections(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, user);
  const { answer, failure } = await readWhole(regionId, parameters, user);
  return markStale({ answer: selectAll(answer, parameters), failure });
}

export async function readList(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<Current<VpnConnectionList>> {
  if (user.scopeOf(regionId) !== "all") {
    const { answer, failure } = await readPart(regionId, user);
    return { answer: selectOnce(`${regionId} ${user.view}`, [answer], parameters), failure };
  }
  const filters = filtersOf(parameters);
  const whole = heldRegion(regionId);
  if (whole !== undefined) {
    return { answer: selectOnce(regionId, [whole], parameters), failure: null };
  }
  const held = heldFiltered(regionId, filters);
  if (held !== undefined) return { answer: selectPage(held, parameters), failure: null };
  if (needsWholeRegion(parameters)) {
    const { answer, failure } = await readWhole(regionId, parameters, user);
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
 * What the user may see of a region that is not seen whole. The API has no filter for it, and what it
 * counts counts the rest too, so the region is read whole.
 */
async function readPart(regionId: string, user: User): Promise<Current<RegionSnapshot>> {
  const { answer, failure } = await readRegion(regionId);
  return { answer: visibleSnapshot(answer, regionId, user), failure };
}

/** What the user sees of the region, as far as the question's filters of the API upstream go. */
export async function readWhole(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<Current<RegionSnapshot>> {
  if (user.scopeOf(regionId) !== "all") {
    const { answer, failure } = await readPart(regionId, user);
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

function heldNarrowed(regionId: string, parameters: ListParameters): RegionSnapshot | undefined {
  const region = heldRegion(regionId);
  return region && narrow(region, parameters);
}

/** What an old reading of the region finds; throws the error where there is none, or it is news itself. */
function standIn(regionId: string, parameters: ListParameters, error: unknown): RegionSnapshot {
  const region = oldRegion(regionId);
  if (region === null || isUnknownId(error)) throw error;
  return narrow(region, parameters);
}

const pages = defineSingleton("vpnConnections", () =>
  createAnswerCache<VpnConnectionList>({
    ...keep(),
    weightOf: ({ vpnConnections }) => vpnConnections.length,
    maxWeight: MAX_HELD,
  }),
);

function readPage(
  regionId: string,
  parameters: ListParameters,
): Promise<Current<VpnConnectionList>> {
  const filters = filtersOf(parameters);
  const { pageNumber, pageSize } = parameters;
  return pages().read(JSON.stringify([regionId, filters, pageNumber, pageSize]), async () => {
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

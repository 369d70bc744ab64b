import "server-only";
import type { Scope, User } from "@/lib/server/auth/user";
import { createAnswerCache, type Current } from "@/lib/server/runtime/answer-cache";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { answersTtlMs, failureTtlMs } from "@/lib/server/inventory/cache-times";
import { withFindingMarks } from "@/lib/server/inventory/finding-marks";
import { requireRegion } from "@/lib/server/inventory/regions";
import { markStale } from "@/lib/server/inventory/request-wait";
import { selectOnce, selectWhole } from "@/lib/server/inventory/selections";
import {
  isDue,
  lastSnapshot,
  refreshIfDue,
  visibleSnapshot,
} from "@/lib/server/inventory/snapshots";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import { hasUpstreamFilters } from "@/lib/vpn/filter";
import type { Read } from "@/lib/vpn/gateways";
import {
  type ListParameters,
  listParametersOf,
  needsWholeRegion,
  NO_PARAMETERS,
  RESOURCE_ID,
} from "@/lib/vpn/list-parameters";
import { countsOf } from "@/lib/vpn/select-page";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** One page of a region's connections. Throws ParameterError or VpcApiError. */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  const scope = await requireRegion(regionId, user);
  const current = await readList(regionId, scope, parameters, user);
  return markStale(current);
}

/** All that the question finds, on one page however long, without what was found of it. Throws ParameterError or VpcApiError. */
export async function allVpnConnections(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, user);
  const { answer, failure } = await visibleSnapshot(regionId, user);
  return markStale({ answer: selectWhole([answer], parameters), failure });
}

/** Throws ParameterError or VpcApiError. */
export async function getVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  user: User,
): Promise<Read<VpnConnection>> {
  const scope = await requireRegion(regionId, user);
  if (!RESOURCE_ID.test(vpnConnectionId)) throw new ParameterError("vpnConnectionId", "malformed");
  const question = { ...listParametersOf(NO_PARAMETERS), vpnConnectionId };
  const { answer, failure } = await readList(regionId, scope, question, user);
  const { vpnConnections, unreadable, requestId, fetchedAt } = answer;
  const [connection] = vpnConnections;
  if (connection !== undefined) {
    return markStale({ answer: { ...connection, requestId, fetchedAt }, failure });
  }
  // An old snapshot does not tell that it is not there: it may have been made since.
  if (failure !== null) throw failure;
  // One that could not be read may be the wanted one.
  if (unreadable.length > 0) throw new VpcApiError("bad_answer", { requestId });
  throw new ParameterError("vpnConnectionId", "unknownVpnConnection");
}

async function readList(
  regionId: string,
  scope: Scope,
  parameters: ListParameters,
  user: User,
): Promise<Current<VpnConnectionList>> {
  if (!hasSnapshot(regionId) && scope === "all" && !needsWholeRegion(parameters)) {
    const page = await readFirstPage(regionId, parameters);
    if (page !== null) return { answer: page, failure: null };
  }
  const { answer, failure } = await visibleSnapshot(regionId, user);
  const list = selectOnce([answer], parameters, user);
  return { answer: await withFindingMarks(list, user), failure };
}

function hasSnapshot(regionId: string): boolean {
  return (lastSnapshot(regionId)?.answer ?? null) !== null;
}

/** Pages that were read before their region was; by then nobody asks for them any more. */
const firstPages = defineSingleton("firstPages", () =>
  createAnswerCache<VpnConnectionList>({ ttlMs: answersTtlMs(), failureTtlMs: failureTtlMs() }),
);

/**
 * A page of a region that has no snapshot yet, after one call; the snapshot is started at the same time.
 * Null where the API cannot answer it, which the snapshot then does or tells why.
 */
async function readFirstPage(
  regionId: string,
  parameters: ListParameters,
): Promise<VpnConnectionList | null> {
  void refreshIfDue(regionId);
  const key = JSON.stringify([regionId, parameters]);
  try {
    const { answer } = await firstPages().read(key, () =>
      describeVpnConnections(regionId, parameters),
    );
    const { vpnConnections, unreadable, pageNumber, totalCount } = answer;
    // The API may have ignored a filter.
    if (!vpnConnections.every((one) => hasUpstreamFilters(one, parameters))) return null;
    // A page that holds all there is has counts without another call.
    if (pageNumber === 1 && totalCount <= vpnConnections.length + unreadable.length) {
      return { ...answer, counts: countsOf(vpnConnections) };
    }
    // The region's read may have ended by now: with counts for who asks again, or in vain.
    return { ...answer, reading: hasSnapshot(regionId) || isDue(lastSnapshot(regionId)) ? 1 : 0 };
  } catch (error) {
    // Where the whole region has failed too, reading it once more would only take longer.
    if ((lastSnapshot(regionId)?.failure ?? null) !== null) throw error;
    return null;
  }
}

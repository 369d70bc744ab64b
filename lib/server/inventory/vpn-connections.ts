import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Current } from "@/lib/server/runtime/answer-cache";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { readFirstPage } from "@/lib/server/inventory/first-page";
import { requireRegion } from "@/lib/server/inventory/regions";
import { requireResourceId } from "@/lib/server/inventory/resource-id";
import { selectOnce, selectWhole } from "@/lib/server/inventory/selections";
import { lastSnapshot, visibleSnapshot } from "@/lib/server/inventory/snapshots";
import { markStale } from "@/lib/server/inventory/stale";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type { Read } from "@/lib/vpn/gateways";
import {
  type ListParameters,
  listParametersOf,
  needsWholeRegion,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** One page of a region's connections. Throws ParameterError or VpcApiError. */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  const current = await readList(regionId, parameters, user);
  return markStale(current);
}

/** All that the question finds, on one page however long. Throws ParameterError or VpcApiError. */
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
  await requireRegion(regionId, user);
  requireResourceId("vpnConnectionId", vpnConnectionId);
  const question = { ...listParametersOf(NO_PARAMETERS), vpnConnectionId };
  const { answer, failure } = await readList(regionId, question, user);
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
  parameters: ListParameters,
  user: User,
): Promise<Current<VpnConnectionList>> {
  const scope = await requireRegion(regionId, user);
  const hasSnapshot = (lastSnapshot(regionId)?.answer ?? null) !== null;
  if (!hasSnapshot && scope === "all" && !needsWholeRegion(parameters)) {
    const page = await readFirstPage(regionId, parameters);
    if (page !== null) return { answer: page, failure: null };
  }
  const { answer, failure } = await visibleSnapshot(regionId, user);
  return { answer: selectOnce(regionId, [answer], parameters, user), failure };
}

import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Current } from "@/lib/server/runtime/answer-cache";
import {
  isUnknownId,
  type Lookup,
  requireFound,
  requireIds,
  trusted,
} from "@/lib/server/inventory/lookup";
import { markStale } from "@/lib/server/inventory/stale";
import { holdsAll, readList, readWhole } from "@/lib/server/inventory/vpn-connections";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type { Read } from "@/lib/vpn/gateways";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** Throws ParameterError or VpcApiError. */
export async function getVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  user: User,
): Promise<Read<VpnConnection>> {
  await requireIds(regionId, "vpnConnectionId", vpnConnectionId, user);
  const current = await lookUpVpnConnection(regionId, vpnConnectionId, user);
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
  user: User,
): Promise<Current<ConnectionLookup>> {
  const question = { ...listParametersOf(NO_PARAMETERS), vpnConnectionId };
  try {
    const { answer: page, failure } = await readList(regionId, question, user);
    const onPage = pick(page, vpnConnectionId);
    // More than one, and not this one: the API has ignored the filter.
    if (onPage.thing !== null || holdsAll(page)) return trusted({ answer: onPage, failure });
    const region = await readWhole(regionId, question, user);
    return trusted({ answer: pick(region.answer, vpnConnectionId), failure: region.failure });
  } catch (error) {
    if (!isUnknownId(error)) throw error;
    return { answer: { thing: null, requestId: null, fetchedAt: Date.now() }, failure: null };
  }
}

function pick(region: RegionSnapshot, vpnConnectionId: string): ConnectionLookup {
  const { vpnConnections, unreadable, requestId, fetchedAt } = region;
  const thing = vpnConnections.find((one) => one.vpnConnectionId === vpnConnectionId);
  if (thing !== undefined) return { thing, requestId, fetchedAt };
  const ids = new Set(unreadable.map((one) => one.vpnConnectionId));
  if (ids.has(vpnConnectionId)) return { thing: "unreadable", requestId, fetchedAt };
  // One without an id may be the wanted one.
  if (ids.has(null)) throw new VpcApiError("bad_answer", { requestId });
  return { thing: null, requestId, fetchedAt };
}

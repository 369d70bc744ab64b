import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Current } from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { currentSnapshot } from "@/lib/server/inventory/snapshots";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** By what a user may see; gone with the connections. */
const visibleParts = defineSingleton(
  "visibleParts",
  () => new WeakMap<VpnConnection[], Map<string, VpnConnection[]>>(),
);

/** What the user may see of the region as it is now. Throws VpcApiError. */
export async function visibleSnapshot(
  regionId: string,
  user: User,
): Promise<Current<RegionSnapshot>> {
  const { answer, failure } = await currentSnapshot(regionId);
  return { answer: visiblePart(answer, regionId, user), failure };
}

/**
 * What the user may see of a snapshot; the same connections for all who may see the same. What could not
 * be read is left out where not all is seen: nobody knows whose it is.
 */
export function visiblePart(
  snapshot: RegionSnapshot,
  regionId: string,
  user: User,
): RegionSnapshot {
  if (user.scopeOf(regionId) === "all") return snapshot;
  const { vpnConnections } = snapshot;
  const parts = visibleParts().get(vpnConnections) ?? new Map<string, VpnConnection[]>();
  visibleParts().set(vpnConnections, parts);
  const part =
    parts.get(user.scopeKey) ?? vpnConnections.filter((one) => user.mayReadConnection(one));
  parts.set(user.scopeKey, part);
  return { ...snapshot, vpnConnections: part, unreadable: [] };
}

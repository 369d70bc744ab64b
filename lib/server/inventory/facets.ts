import "server-only";
import type { User } from "@/lib/server/auth/user";
import { lastRegions, namedRegions } from "@/lib/server/inventory/regions";
import { lastSnapshot, visiblePart } from "@/lib/server/inventory/snapshots";
import { type Facets, facetsOf, joinFacets } from "@/lib/vpn/facets";
import type { VpnConnection } from "@/lib/vpn/types";

/** Found out once for all who look, while the connections stay as they are. */
const known = new WeakMap<VpnConnection[], Facets>();

/** What a region can be filtered by, as it was when it was last read; null before. */
export function facetsSoFar(regionId: string, user: User): Facets | null {
  const snapshot = lastSnapshot(regionId)?.answer ?? null;
  // Of a region that is not theirs nobody learns that others have read it.
  if (snapshot === null || user.scopeOf(regionId) === "nothing") return null;
  const { vpnConnections } = visiblePart(snapshot, user);
  const facets = known.get(vpnConnections) ?? facetsOf(vpnConnections);
  known.set(vpnConnections, facets);
  return facets;
}

/** The same of all regions that have been read. */
export function allFacetsSoFar(user: User): Facets | null {
  const regions = lastRegions(user) ?? namedRegions(user) ?? [];
  const facets = regions.flatMap(({ regionId }) => facetsSoFar(regionId, user) ?? []);
  return facets.length === 0 ? null : joinFacets(facets);
}

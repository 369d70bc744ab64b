import "server-only";
import type { User } from "@/lib/server/auth/user";
import { keptRegion } from "@/lib/server/inventory/region-reads";
import { lastRegions, namedRegions } from "@/lib/server/inventory/regions";
import { visibleSnapshot } from "@/lib/server/inventory/visible-snapshot";
import { type Facets, facetsOf, joinFacets } from "@/lib/vpn/facets";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** Found out once for all who look, for as long as the reading is kept. */
const known = new WeakMap<RegionSnapshot, Facets>();

/** What a region can be filtered by, as it was when it was last read whole; null before. */
export function facetsSoFar(regionId: string, user: User): Facets | null {
  const read = keptRegion(regionId)?.answer ?? null;
  // Of a region that is not theirs nobody learns that others have read it.
  if (read === null || user.scopeOf(regionId) === "nothing") return null;
  const part = visibleSnapshot(read, regionId, user);
  const facets = known.get(part) ?? facetsOf(part.vpnConnections);
  known.set(part, facets);
  return facets;
}

/** The same of all regions that have been read. */
export function allFacetsSoFar(user: User): Facets | null {
  const regions = lastRegions(user) ?? namedRegions(user) ?? [];
  const facets = regions.flatMap(({ regionId }) => facetsSoFar(regionId, user) ?? []);
  return facets.length === 0 ? null : joinFacets(facets);
}

import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import { keptRegion } from "@/lib/server/data/region-reads";
import { lastRegions, namedRegions } from "@/lib/server/data/regions";
import { visiblePart } from "@/lib/server/data/visible";
import { type Facets, facetsOf, joinFacets } from "@/lib/vpn/facets";
import type { RegionRead } from "@/lib/vpn/select-page";

/** Found out once for all who look, for as long as the reading is kept. */
const known = new WeakMap<RegionRead, Facets>();

/** What a region can be filtered by, as it was when it was last read whole; null before. */
export function facetsSoFar(regionId: string, reader: Reader): Facets | null {
  const read = keptRegion(regionId)?.answer ?? null;
  // Of a region that is not theirs nobody learns that others have read it.
  if (read === null || reader.sightOf(regionId) === "nothing") return null;
  const part = visiblePart(read, regionId, reader);
  const facets = known.get(part) ?? facetsOf(part.vpnConnections);
  known.set(part, facets);
  return facets;
}

/** The same of all regions that have been read. */
export function fleetFacetsSoFar(reader: Reader): Facets | null {
  const regions = lastRegions(reader) ?? namedRegions(reader) ?? [];
  const facets = regions.flatMap(({ regionId }) => facetsSoFar(regionId, reader) ?? []);
  return facets.length === 0 ? null : joinFacets(facets);
}

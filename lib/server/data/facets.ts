import "server-only";
import { LRUCache } from "lru-cache";
import { MAX_REGIONS } from "@/lib/server/data/keep";
import { processWide } from "@/lib/server/process-wide";
import { type Facets, facetsOf, joinFacets } from "@/lib/vpn/facets";
import type { VpnConnection } from "@/lib/vpn/types";

const kept = () => processWide("facets", () => new LRUCache<string, Facets>({ max: MAX_REGIONS }));

/** What a region can be filtered by, as it was when it was last read whole; null before. */
export function facetsSoFar(regionId: string): Facets | null {
  return kept().get(regionId) ?? null;
}

/** The same of all regions that have been read. */
export function fleetFacetsSoFar(): Facets | null {
  const facets = [...kept().values()];
  return facets.length === 0 ? null : joinFacets(facets);
}

export function rememberFacets(regionId: string, connections: VpnConnection[]): void {
  kept().set(regionId, facetsOf(connections));
}

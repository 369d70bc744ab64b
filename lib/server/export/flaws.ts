import "server-only";
import type { RegionState, Stale } from "@/lib/vpn/types";

/** What a list says of how it was read. */
type Flawed = { stale?: Stale; regions?: RegionState[] };

/** What is wrong with a list, for the name of its file: a table has no other place to say so. */
export function flawsOf(list: Flawed): string[] {
  return [...(isIncomplete(list) ? ["incomplete"] : []), ...(isOld(list) ? ["old"] : [])];
}

/** Whether a region is missing from the list. */
export function isIncomplete({ regions = [] }: Flawed): boolean {
  return has(regions, "failed") || has(regions, "loading");
}

/** Whether some of it could not be refreshed. */
function isOld({ stale, regions = [] }: Flawed): boolean {
  return stale !== undefined || has(regions, "stale");
}

function has(regions: RegionState[], state: RegionState["state"]): boolean {
  return regions.some((region) => region.state === state);
}

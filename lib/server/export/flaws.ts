import "server-only";
import type { RegionState, Stale } from "@/lib/vpn/types";

/** A list of one region, or of several, as far as they have been read. */
type Listed = { stale?: Stale; regions?: RegionState[] };

/** What is wrong with a file, for its name: a table has no other place to say so. */
export function flawsOf(list: Listed): string[] {
  return [...(isIncomplete(list) ? ["incomplete"] : []), ...(isOld(list) ? ["old"] : [])];
}

/** Whether a region is missing from the list. */
export function isIncomplete({ regions = [] }: Listed): boolean {
  return has(regions, "failed") || has(regions, "loading");
}

/** Whether some of it could not be refreshed. */
function isOld({ stale, regions = [] }: Listed): boolean {
  return stale !== undefined || has(regions, "stale");
}

function has(regions: RegionState[], state: RegionState["state"]): boolean {
  return regions.some((region) => region.state === state);
}

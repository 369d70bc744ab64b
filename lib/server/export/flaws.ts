import "server-only";
import type { RegionState, VpnConnectionList } from "@/lib/vpn/types";

/** Whether a region is missing from the list. */
export function isIncomplete({ regions = [] }: VpnConnectionList): boolean {
  return has(regions, "failed") || has(regions, "loading");
}

/** Whether some of it could not be refreshed. */
export function isOld({ stale, regions = [] }: VpnConnectionList): boolean {
  return stale !== undefined || has(regions, "stale");
}

function has(regions: RegionState[], state: RegionState["state"]): boolean {
  return regions.some((region) => region.state === state);
}

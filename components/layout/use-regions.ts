import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { regionsQuery } from "@/lib/vpn/queries";
import type { Region } from "@/lib/vpn/types";

/** The regions to choose from; null while they could not be read. */
export function useRegions(): Region[] | null {
  return useQuery(regionsQuery()).data?.regions ?? null;
}

/** For a table whose rows name their regions: each by its name, or by its id where that is all there is. */
export function useRegionNames(): (regionId: string) => string {
  const regions = useRegions();
  return useCallback(
    (regionId) => regions?.find((region) => region.regionId === regionId)?.localName ?? regionId,
    [regions],
  );
}

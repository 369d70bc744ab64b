import { useQuery } from "@tanstack/react-query";
import { regionsQuery } from "@/lib/vpn/queries";
import type { Region } from "@/lib/vpn/types";

/** The regions to choose from; null while they could not be read. */
export function useRegions(): Region[] | null {
  return useQuery(regionsQuery()).data?.regions ?? null;
}

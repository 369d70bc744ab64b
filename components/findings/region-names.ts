import type { Region } from "@/lib/vpn/types";

/** By region id; a region that is not there is called by its id. */
export type RegionNames = ReadonlyMap<string, string>;

export function regionNamesOf(regions: Region[] | null): RegionNames {
  return new Map(regions?.map(({ regionId, localName }) => [regionId, localName]));
}

import type { Counts, RegionState } from "@/lib/vpn/types";

export type OverviewRegion = RegionState & {
  localName: string;
  /** Of what has been read: zeros while nothing has. */
  counts: Counts;
};

export type Overview = {
  regions: OverviewRegion[];
  counts: Counts;
  /** Epoch milliseconds: of the oldest data in it; of the answer itself while there is none. */
  fetchedAt: number;
  /** Of how many regions a newer answer is on its way. */
  reading: number;
};

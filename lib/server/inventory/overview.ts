import "server-only";
import type { User } from "@/lib/server/auth/user";
import { countsOf } from "@/lib/vpn/select-page";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { sumOf } from "@/lib/vpn/status";
import type { Counts, Overview, OverviewRegion, RegionState } from "@/lib/vpn/types";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";

/** What is known of all regions that the user sees, at most `waitMs` from now. Throws VpcApiError. */
export async function readOverview(user: User, waitMs = 0): Promise<Overview> {
  const fleet = await readAllRegions(user, waitMs);
  const regions = await Promise.all(fleet.map(toOverviewRegion));
  return {
    regions,
    counts: sumOf(regions.map(({ counts }) => counts)),
    fetchedAt: oldestOf(fleet),
    reading: readingOf(fleet),
  };
}

export function readingOf(fleet: RegionStatus[]): number {
  return fleet.filter(({ isReading }) => isReading).length;
}

async function toOverviewRegion(one: RegionStatus): Promise<OverviewRegion> {
  return {
    ...(await toRegionState(one)),
    localName: one.region.localName,
    counts: one.read === null ? countsOf([]) : countsOnce(one.read),
  };
}

/** Counted once for all who look, for as long as the reading is kept. */
const counted = new WeakMap<RegionSnapshot, Counts>();

function countsOnce(read: RegionSnapshot): Counts {
  const counts = counted.get(read) ?? countsOf(read.vpnConnections);
  counted.set(read, counts);
  return counts;
}

export async function toRegionState({
  region,
  state,
  read,
  error,
}: RegionStatus): Promise<RegionState> {
  return {
    regionId: region.regionId,
    state,
    totalCount: read === null ? null : read.vpnConnections.length + read.unreadable.length,
    fetchedAt: read?.fetchedAt ?? null,
    ...(error !== null && { problem: await upstreamProblem(error) }),
  };
}

/** When the oldest of what is shown was read; now, while there is nothing. */
function oldestOf(fleet: RegionStatus[]): number {
  return Math.min(Date.now(), ...fleet.flatMap(({ read }) => read?.fetchedAt ?? []));
}

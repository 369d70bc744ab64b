import "server-only";
import type { User } from "@/lib/server/auth/user";
import { countsOf } from "@/lib/vpn/select-page";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { sumOf } from "@/lib/vpn/status";
import type { Overview, OverviewRegion } from "@/lib/vpn/overview";
import type { Counts, RegionState, VpnConnection } from "@/lib/vpn/types";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";

/** What is known of all regions that the user sees, at most `waitMs` from now. Throws VpcApiError. */
export async function readOverview(user: User, waitMs = 0): Promise<Overview> {
  const statuses = await readAllRegions(user, waitMs);
  const regions = await Promise.all(statuses.map(toOverviewRegion));
  return {
    regions,
    counts: sumOf(regions.map(({ counts }) => counts)),
    fetchedAt: oldestOf(statuses),
    reading: readingOf(statuses),
  };
}

export function readingOf(statuses: RegionStatus[]): number {
  return statuses.filter(({ isReading }) => isReading).length;
}

async function toOverviewRegion(one: RegionStatus): Promise<OverviewRegion> {
  return {
    ...(await toRegionState(one)),
    localName: one.region.localName,
    counts: one.snapshot === null ? countsOf([]) : countsOnce(one.snapshot),
  };
}

/** Counted once for all who look, while the connections stay as they are. */
const counted = new WeakMap<VpnConnection[], Counts>();

function countsOnce({ vpnConnections }: RegionSnapshot): Counts {
  const counts = counted.get(vpnConnections) ?? countsOf(vpnConnections);
  counted.set(vpnConnections, counts);
  return counts;
}

export async function toRegionState({
  region,
  state,
  snapshot,
  error,
}: RegionStatus): Promise<RegionState> {
  return {
    regionId: region.regionId,
    state,
    totalCount:
      snapshot === null ? null : snapshot.vpnConnections.length + snapshot.unreadable.length,
    fetchedAt: snapshot?.fetchedAt ?? null,
    ...(error !== null && { problem: await upstreamProblem(error) }),
  };
}

/** When the oldest of what is shown was read; now, while there is nothing. */
export function oldestOf(statuses: RegionStatus[]): number {
  return Math.min(Date.now(), ...statuses.flatMap(({ snapshot }) => snapshot?.fetchedAt ?? []));
}

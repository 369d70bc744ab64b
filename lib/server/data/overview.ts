import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import { countsOf, type RegionRead } from "@/lib/vpn/select-page";
import { sumOf } from "@/lib/vpn/status";
import type { Counts, Overview, OverviewRegion, RegionState } from "@/lib/vpn/types";
import { type FleetRegion, readFleet } from "@/lib/server/data/fleet";
import { toProblem } from "@/lib/server/problem";

/** What is known of all regions that the reader sees, at most `waitMs` from now. Throws VpcApiError. */
export async function readOverview(reader: Reader, waitMs = 0): Promise<Overview> {
  const fleet = await readFleet(reader, waitMs);
  const regions = await Promise.all(fleet.map(toOverviewRegion));
  return {
    regions,
    counts: sumOf(regions.map(({ counts }) => counts)),
    fetchedAt: oldestOf(fleet),
    reading: readingOf(fleet),
  };
}

export function readingOf(fleet: FleetRegion[]): number {
  return fleet.filter(({ isReading }) => isReading).length;
}

async function toOverviewRegion(one: FleetRegion): Promise<OverviewRegion> {
  return {
    ...(await toRegionState(one)),
    localName: one.region.localName,
    counts: one.read === null ? countsOf([]) : countsOnce(one.read),
  };
}

/** Counted once for all who look, for as long as the reading is kept. */
const counted = new WeakMap<RegionRead, Counts>();

function countsOnce(read: RegionRead): Counts {
  const counts = counted.get(read) ?? countsOf(read.vpnConnections);
  counted.set(read, counts);
  return counts;
}

export async function toRegionState({
  region,
  state,
  read,
  error,
}: FleetRegion): Promise<RegionState> {
  return {
    regionId: region.regionId,
    state,
    totalCount: read === null ? null : read.vpnConnections.length + read.unreadable.length,
    fetchedAt: read?.fetchedAt ?? null,
    ...(error !== null && { problem: await toProblem(error) }),
  };
}

/** When the oldest of what is shown was read; now, while there is nothing. */
function oldestOf(fleet: FleetRegion[]): number {
  return Math.min(Date.now(), ...fleet.flatMap(({ read }) => read?.fetchedAt ?? []));
}

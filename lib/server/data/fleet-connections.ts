import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { type RegionRead, selectAll } from "@/lib/vpn/select-page";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { type FleetRegion, readFleet } from "@/lib/server/data/fleet";
import { readingOf, toRegionState } from "@/lib/server/data/overview";
import { selectOnce, together } from "@/lib/server/data/selections";

/** How long a file may take to be whole: an answer on a page comes at once, and again. */
const DOWNLOAD_WAIT_MS = 20_000;

/**
 * One page of the connections of all regions, of what has been read at most `waitMs` from now; the
 * regions tell what is missing. Throws VpcApiError.
 */
export async function listFleetConnections(
  parameters: ListParameters,
  reader: Reader,
  waitMs = 0,
): Promise<VpnConnectionList> {
  const fleet = await readFleet(reader, waitMs);
  return answerOf(fleet, selectOnce(nameOfAll(reader), readsOf(fleet), parameters));
}

/** All that the question finds, on one page however long. Throws VpcApiError. */
export async function allFleetConnections(
  parameters: ListParameters,
  reader: Reader,
): Promise<VpnConnectionList> {
  const fleet = await readFleet(reader, DOWNLOAD_WAIT_MS);
  return answerOf(fleet, selectAll(together(readsOf(fleet), parameters), parameters));
}

/** What the kept selections of all regions are called, where a region's begin with its id. */
const nameOfAll = (reader: Reader) => ` ${reader.view}`;

/** In the order of the regions. */
function readsOf(fleet: FleetRegion[]): RegionRead[] {
  return fleet.flatMap(({ read }) => read ?? []);
}

async function answerOf(fleet: FleetRegion[], list: VpnConnectionList): Promise<VpnConnectionList> {
  const regions = await Promise.all(fleet.map(toRegionState));
  return { ...list, regions, reading: readingOf(fleet) };
}

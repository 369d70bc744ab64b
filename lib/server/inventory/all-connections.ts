import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { selectAll } from "@/lib/vpn/select-page";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { readingOf, toRegionState } from "@/lib/server/inventory/overview";
import { selectOnce, together } from "@/lib/server/inventory/selections";

/** How long a file may take to be whole: an answer on a page comes at once, and again. */
const DOWNLOAD_WAIT_MS = 20_000;

/**
 * One page of the connections of all regions, of what has been read at most `waitMs` from now; the
 * regions tell what is missing. Throws VpcApiError.
 */
export async function listAllVpnConnections(
  parameters: ListParameters,
  user: User,
  waitMs = 0,
): Promise<VpnConnectionList> {
  const fleet = await readAllRegions(user, waitMs);
  return answerOf(fleet, selectOnce(nameOfAll(user), readsOf(fleet), parameters));
}

/** All that the question finds, on one page however long. Throws VpcApiError. */
export async function downloadAllVpnConnections(
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  const fleet = await readAllRegions(user, DOWNLOAD_WAIT_MS);
  return answerOf(fleet, selectAll(together(readsOf(fleet), parameters), parameters));
}

/** What the kept selections of all regions are called, where a region's begin with its id. */
const nameOfAll = (user: User) => ` ${user.view}`;

/** In the order of the regions. */
function readsOf(fleet: RegionStatus[]): RegionSnapshot[] {
  return fleet.flatMap(({ read }) => read ?? []);
}

async function answerOf(
  fleet: RegionStatus[],
  list: VpnConnectionList,
): Promise<VpnConnectionList> {
  const regions = await Promise.all(fleet.map(toRegionState));
  return { ...list, regions, reading: readingOf(fleet) };
}

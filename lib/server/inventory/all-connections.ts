import "server-only";
import type { User } from "@/lib/server/auth/user";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { withFindingMarks } from "@/lib/server/inventory/finding-marks";
import { readingOf, toRegionState } from "@/lib/server/inventory/overview";
import {
  rememberVersion,
  selectOnce,
  selectWhole,
  versionOf,
} from "@/lib/server/inventory/selections";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnectionList } from "@/lib/vpn/types";

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
  const regions = await readAllRegions(user, waitMs, true);
  const list = selectOnce(snapshotsOf(regions), parameters, user);
  return withRegions(regions, await withFindingMarks(list, user));
}

/** All that the question finds, on one page however long, without what was found of it. Throws VpcApiError. */
export async function downloadAllVpnConnections(
  parameters: ListParameters,
  user: User,
): Promise<VpnConnectionList> {
  const regions = await readAllRegions(user, DOWNLOAD_WAIT_MS, true);
  return withRegions(regions, selectWhole(snapshotsOf(regions), parameters));
}

/** In the order of the regions. */
function snapshotsOf(regions: RegionStatus[]): RegionSnapshot[] {
  return regions.flatMap(({ snapshot }) => snapshot ?? []);
}

async function withRegions(
  statuses: RegionStatus[],
  list: VpnConnectionList,
): Promise<VpnConnectionList> {
  const regions = await Promise.all(statuses.map(toRegionState));
  const whole = { ...list, regions, reading: readingOf(statuses) };
  const states = regions.map(({ state, totalCount, problem }) => [state, totalCount, problem]);
  rememberVersion(whole, JSON.stringify([versionOf(list), whole.reading, states]));
  return whole;
}

import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { narrow } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { type RegionRead, selectPage } from "@/lib/vpn/select-page";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { type FleetRegion, readFleet } from "@/lib/server/data/fleet";
import { oldestOf, readingOf, toRegionState } from "@/lib/server/data/overview";

/** How long a file may take to be whole: an answer on a page comes at once, and again. */
const DOWNLOAD_WAIT_MS = 20_000;

/**
 * One page of the connections of all regions, of what has been read at most `waitMs` from now; the
 * regions tell what is missing. Throws VpcApiError.
 */
export async function listFleetConnections(
  parameters: ListParameters,
  locale: Locale,
  waitMs = 0,
): Promise<VpnConnectionList> {
  const fleet = await readFleet(locale, waitMs);
  return answerOf(fleet, selectPage(together(fleet, parameters), parameters));
}

/** All that the question finds, on one page however long. Throws VpcApiError. */
export async function allFleetConnections(
  parameters: ListParameters,
  locale: Locale,
): Promise<VpnConnectionList> {
  const fleet = await readFleet(locale, DOWNLOAD_WAIT_MS);
  const all = together(fleet, parameters);
  const pageSize = Math.max(1, all.vpnConnections.length + all.unreadable.length);
  return answerOf(fleet, selectPage(all, { ...parameters, pageNumber: 1, pageSize }));
}

/** In the order of the regions. */
function together(fleet: FleetRegion[], parameters: ListParameters): RegionRead {
  const reads = fleet.flatMap(({ read }) => (read === null ? [] : [narrow(read, parameters)]));
  return {
    vpnConnections: reads.flatMap(({ vpnConnections }) => vpnConnections),
    unreadable: reads.flatMap(({ unreadable }) => unreadable),
    requestId: null,
    fetchedAt: oldestOf(fleet),
  };
}

async function answerOf(fleet: FleetRegion[], list: VpnConnectionList): Promise<VpnConnectionList> {
  const regions = await Promise.all(fleet.map(toRegionState));
  return { ...list, regions, reading: readingOf(fleet) };
}

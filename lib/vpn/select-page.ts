import { matcher } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { createSearch } from "@/lib/vpn/search";
import { ranked, type Search } from "@/lib/vpn/searcher";
import type { ReadConnections } from "@/lib/vpn/snapshot";
import { sortConnections } from "@/lib/vpn/sort";
import type { Counts, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/**
 * The asked page of a region that has been read whole. Without an order a search ranks its results. What
 * could not be read comes last: it may be anything, and only a search rules it out.
 */
export function selectPage(region: ReadConnections, parameters: ListParameters): VpnConnectionList {
  const search = parameters.q === null ? null : createSearch(parameters.q);
  const page = select(region, parameters, search);
  return search === null
    ? page
    : { ...page, matches: page.vpnConnections.map((found) => search.matchOf(found)) };
}

function select(
  region: ReadConnections,
  parameters: ListParameters,
  search: Search<VpnConnection> | null,
): VpnConnectionList {
  const { pageNumber, pageSize, sort } = parameters;
  const filtered = region.vpnConnections.filter(matcher(parameters));
  const found = search === null ? filtered : ranked(filtered, search);
  const sorted = sort === null ? found : sortConnections(found, sort);
  const unreadable = search === null ? region.unreadable : [];
  const from = (pageNumber - 1) * pageSize;
  const fromUnreadable = Math.max(0, from - sorted.length);
  return {
    vpnConnections: sorted.slice(from, from + pageSize),
    unreadable: unreadable.slice(fromUnreadable, Math.max(0, from + pageSize - sorted.length)),
    totalCount: sorted.length + unreadable.length,
    pageNumber,
    pageSize,
    requestId: region.requestId,
    fetchedAt: region.fetchedAt,
    counts: countsOf(sorted),
  };
}

/** All that the question finds, on one page however long, without what matched. */
export function selectAll(region: ReadConnections, parameters: ListParameters): VpnConnectionList {
  const pageSize = Math.max(1, region.vpnConnections.length + region.unreadable.length);
  const search = parameters.q === null ? null : createSearch(parameters.q);
  return select(region, { ...parameters, pageNumber: 1, pageSize }, search);
}

/** What could not be read is not counted. */
export function countsOf(connections: VpnConnection[]): Counts {
  const counts: Counts = { up: 0, degraded: 0, down: 0, unknown: 0 };
  for (const { verdict } of connections) counts[verdict] += 1;
  return counts;
}

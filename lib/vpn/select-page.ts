import { matcher, mayMatch } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { ReadConnections } from "@/lib/vpn/snapshot";
import { sortConnections } from "@/lib/vpn/sort";
import type { Counts, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** The asked page of a region that has been read whole; what could not be read comes last. */
export function selectPage(region: ReadConnections, parameters: ListParameters): VpnConnectionList {
  const { pageNumber, pageSize, sort } = parameters;
  const found = region.vpnConnections.filter(matcher(parameters));
  const sorted = sort === null ? found : sortConnections(found, sort);
  const unreadable = region.unreadable.filter((connection) => mayMatch(connection, parameters));
  const from = (pageNumber - 1) * pageSize;
  const fromUnreadable = Math.max(0, from - sorted.length);
  const vpnConnections = sorted.slice(from, from + pageSize);
  return {
    vpnConnections,
    unreadable: unreadable.slice(fromUnreadable, Math.max(0, from + pageSize - sorted.length)),
    totalCount: sorted.length + unreadable.length,
    pageNumber,
    pageSize,
    requestId: region.requestId,
    fetchedAt: region.fetchedAt,
    counts: countsOf(sorted),
  };
}

/** All that the question finds, on one page however long. */
export function selectAll(region: ReadConnections, parameters: ListParameters): VpnConnectionList {
  const pageSize = Math.max(1, region.vpnConnections.length + region.unreadable.length);
  return selectPage(region, { ...parameters, pageNumber: 1, pageSize });
}

/** What could not be read is not counted. */
export function countsOf(connections: VpnConnection[]): Counts {
  const counts: Counts = { up: 0, degraded: 0, down: 0, unknown: 0 };
  for (const { verdict } of connections) counts[verdict] += 1;
  return counts;
}

import "server-only";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { answersTtlMs, failureTtlMs } from "@/lib/server/inventory/cache-times";
import { isDue, lastSnapshot, refreshIfDue } from "@/lib/server/inventory/snapshots";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import { hasUpstreamFilters } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { countsOf } from "@/lib/vpn/select-page";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Pages that were read before their region was; by then nobody asks for them any more. */
const firstPages = defineSingleton("firstPages", () =>
  createAnswerCache<VpnConnectionList>({ ttlMs: answersTtlMs(), failureTtlMs: failureTtlMs() }),
);

/**
 * A page of a region that has no snapshot yet, after one call; the snapshot is started at the same time.
 * Null where the API cannot answer it, which the snapshot then does or tells why.
 */
export async function readFirstPage(
  regionId: string,
  parameters: ListParameters,
): Promise<VpnConnectionList | null> {
  void refreshIfDue(regionId);
  const { pageNumber, pageSize, ...filters } = parameters;
  const key = JSON.stringify([regionId, pageNumber, pageSize, filters]);
  try {
    const { answer } = await firstPages().read(key, () =>
      describeVpnConnections(regionId, parameters),
    );
    // The API may have ignored a filter.
    if (!answer.vpnConnections.every((one) => hasUpstreamFilters(one, parameters))) return null;
    return holdsAll(answer)
      ? { ...answer, counts: countsOf(answer.vpnConnections) }
      : { ...answer, reading: isDue(lastSnapshot(regionId)) ? 1 : 0 };
  } catch (error) {
    // Where the whole region has failed too, reading it once more would only take longer.
    if ((lastSnapshot(regionId)?.failure ?? null) !== null) throw error;
    return null;
  }
}

/** A page that holds all there is has counts without another call. */
function holdsAll({ pageNumber, totalCount, vpnConnections, unreadable }: VpnConnectionList) {
  return pageNumber === 1 && totalCount <= vpnConnections.length + unreadable.length;
}

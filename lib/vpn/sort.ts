import { sortedBy } from "@/lib/vpn/sorted-by";
import { SORT_FIELDS, type Sort, type SortField } from "@/lib/vpn/sort-fields";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { VpnConnection } from "@/lib/vpn/types";

const KEYS: Record<SortField, (connection: VpnConnection) => string | number | null> = {
  name: ({ name }) => name || null,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  // Ascending puts first what needs a look.
  verdict: ({ verdict }) => VERDICTS_WORST_FIRST.indexOf(verdict),
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  customerGatewayIds: ({ customerGatewayIds }) => customerGatewayIds[0] ?? null,
  localSubnets: ({ localSubnets }) => localSubnets[0] ?? null,
  remoteSubnets: ({ remoteSubnets }) => remoteSubnets[0] ?? null,
  ikeVersion: ({ tunnels }) => tunnels[0]?.ikeConfig.ikeVersion ?? null,
  tunnelMode: ({ tunnelMode }) => tunnelMode,
  verdictSince: ({ verdictSince }) => verdictSince,
  changesIn24Hours: ({ changesIn24Hours }) => changesIn24Hours,
  createTime: ({ createTime }) => createTime,
};

/** A total order: ties go by id. */
export function sortConnections(connections: VpnConnection[], sort: Sort): VpnConnection[] {
  const field = SORT_FIELDS.find((name) => sort === name || sort === `-${name}`) ?? "name";
  return sortedBy(
    connections,
    KEYS[field],
    sort.startsWith("-"),
    (one, other) =>
      (field === "verdict" ? byNews(one, other) : 0) ||
      (one.vpnConnectionId < other.vpnConnectionId ? -1 : 1),
  );
}

/** Of what is down, what went down last comes first; regions read at about the same time are equal. */
function byNews(a: VpnConnection, b: VpnConnection): number {
  return minuteOf(b) - minuteOf(a);
}

function minuteOf({ verdictSince }: VpnConnection): number {
  return Math.floor((verdictSince ?? 0) / 60_000);
}

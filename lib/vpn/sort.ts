import { valuesOf } from "@/lib/vpn/connection-values";
import { sortedBy } from "@/lib/vpn/sorted-by";
import { SORT_FIELDS, type Sort, type SortField } from "@/lib/vpn/sort-fields";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { VpnConnection } from "@/lib/vpn/types";

/** What stands first in its column. */
function keyOf(connection: VpnConnection, field: SortField): string | number | null {
  // Ascending puts first what needs a look.
  if (field === "verdict" || field === "tunnels") {
    return VERDICTS_WORST_FIRST.indexOf(connection.verdict);
  }
  const [first] = valuesOf(connection, field);
  return typeof first === "boolean" ? Number(first) : (first ?? null);
}

/** A total order: ties go by id. */
export function sortConnections(connections: VpnConnection[], sort: Sort): VpnConnection[] {
  const field = SORT_FIELDS.find((name) => sort === name || sort === `-${name}`) ?? "name";
  return sortedBy(
    connections,
    (connection) => keyOf(connection, field),
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

import { valuesOf } from "@/lib/vpn/connection-values";
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

/** `site-2` before `site-10`; one locale for everybody, so that a link has one order. */
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A total order: ties go by id, and what has no value comes last either way. */
export function sortConnections(connections: VpnConnection[], sort: Sort): VpnConnection[] {
  const isDescending = sort.startsWith("-");
  const field = SORT_FIELDS.find((name) => sort === name || sort === `-${name}`) ?? "name";
  const keys = connections.map((connection) => keyOf(connection, field));
  const ranks = ranksOf(keys);
  return connections
    .map((connection, index) => {
      const rank = ranks.get(keys[index] ?? null) ?? Infinity;
      return { connection, rank: isDescending && rank !== Infinity ? -rank : rank };
    })
    .sort(
      (a, b) =>
        (a.rank === b.rank ? 0 : a.rank - b.rank) ||
        (field === "verdict" ? byNews(a.connection, b.connection) : 0) ||
        (a.connection.vpnConnectionId < b.connection.vpnConnectionId ? -1 : 1),
    )
    .map(({ connection }) => connection);
}

/** Of what is down, what went down last comes first; regions read at about the same time are equal. */
function byNews(a: VpnConnection, b: VpnConnection): number {
  return minuteOf(b) - minuteOf(a);
}

function minuteOf({ verdictSince }: VpnConnection): number {
  return Math.floor((verdictSince ?? 0) / 60_000);
}

/** Each value once, since comparing words is slow and thousands of connections share a few. */
function ranksOf(values: (string | number | null)[]): Map<string | number | null, number> {
  const distinct = [...new Set(values)].filter((value) => value !== null).toSorted(compare);
  const ranks = new Map<string | number | null, number>();
  let rank = 0;
  for (const [index, value] of distinct.entries()) {
    const before = distinct[index - 1];
    // `Site` and `site` are a tie.
    if (before !== undefined && compare(before, value) !== 0) rank += 1;
    ranks.set(value, rank);
  }
  return ranks;
}

function compare(left: string | number, right: string | number): number {
  return typeof left === "number" && typeof right === "number"
    ? left - right
    : collator.compare(String(left), String(right));
}

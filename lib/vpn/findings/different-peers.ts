import type { VpnConnection } from "@/lib/vpn/types";

/** The tunnels of a connection that have one key, and the devices at their far ends. */
export type KeyUse = { connection: VpnConnection; tunnels: number[]; customerGateways: string[] };

/** Other connections with the same key whose devices differ: how many, and the first of them. */
export type Others = { count: number; first: VpnConnection[] };

type Group = { ids: string[]; uses: KeyUse[] };

/** A connection has two tunnels. Of more, the first ones are compared, since all subsets of them are counted. */
const MOST_COMPARED = 4;

/**
 * What the others of a use are: those of which each has a customer gateway that the other has not. A connection
 * all of whose devices the other has too shares its key with these devices by intent. Takes time in proportion to
 * the uses, whatever they share.
 * @param most How many of them are named.
 */
export function differentPeers(uses: readonly KeyUse[], most: number): (use: KeyUse) => Others {
  const groups = new Map<string, Group>();
  const containing = new Map<string, number>();
  for (const use of uses) {
    const ids = idsOf(use);
    const key = keyOf(ids);
    const group = groups.get(key) ?? { ids, uses: [] };
    groups.set(key, group);
    group.uses.push(use);
    for (const subset of subsetsOf(ids)) {
      containing.set(keyOf(subset), (containing.get(keyOf(subset)) ?? 0) + 1);
    }
  }
  const known = new Map<string, Others>();
  return (use) => {
    const ids = idsOf(use);
    const key = keyOf(ids);
    const before = known.get(key);
    if (before !== undefined) return before;
    const within = subsetsOf(ids)
      .map(keyOf)
      .filter((subset) => subset !== key);
    const same = within.reduce(
      (sum, subset) => sum + (groups.get(subset)?.uses.length ?? 0),
      containing.get(key) ?? 0,
    );
    const count = uses.length - same;
    const others = { count, first: count === 0 ? [] : firstOf(groups, ids, most) };
    known.set(key, others);
    return others;
  };
}

function firstOf(groups: Map<string, Group>, ids: string[], most: number): VpnConnection[] {
  const first: VpnConnection[] = [];
  for (const other of groups.values()) {
    if (isWithin(ids, other.ids) || isWithin(other.ids, ids)) continue;
    for (const { connection } of other.uses) {
      if (first.length === most) return first;
      first.push(connection);
    }
  }
  return first;
}

const isWithin = (some: string[], all: string[]) => some.every((id) => all.includes(id));

const idsOf = ({ customerGateways }: KeyUse) =>
  [...new Set(customerGateways)].slice(0, MOST_COMPARED).toSorted();

const keyOf = (ids: string[]) => ids.join(" ");

/** All but the empty one. */
function subsetsOf(ids: string[]): string[][] {
  const subsets: string[][] = [];
  for (const id of ids) subsets.push(...subsets.map((one) => [...one, id]), [id]);
  return subsets;
}

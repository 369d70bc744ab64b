import "server-only";
import { LRUCache } from "lru-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { narrow } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { selectPage } from "@/lib/vpn/select-page";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Questions whose answers are kept for as long as the readings they were selected from. */
const MAX_QUESTIONS = 200;

/** Weakly, so that no reading outlives its region's next one. */
export type Selection = { reads: WeakRef<RegionSnapshot>[]; list: VpnConnectionList };

const kept = defineSingleton(
  "selections",
  () => new LRUCache<string, Selection>({ max: MAX_QUESTIONS }),
);

/**
 * The asked page of what these readings hold together, in their order. Many users ask the same, and
 * get the same object until one of the readings is replaced. `of` tells whose they are.
 */
export function selectOnce(
  of: string,
  reads: RegionSnapshot[],
  parameters: ListParameters,
): VpnConnectionList {
  const key = JSON.stringify([of, parameters]);
  const known = kept().get(key);
  if (known !== undefined && isSame(known.reads, reads)) return known.list;
  const list = selectPage(together(reads, parameters), parameters);
  kept().set(key, { reads: reads.map((read) => new WeakRef(read)), list });
  return list;
}

function isSame(known: WeakRef<RegionSnapshot>[], reads: RegionSnapshot[]): boolean {
  return (
    known.length === reads.length && known.every((read, index) => read.deref() === reads[index])
  );
}

export function together(reads: RegionSnapshot[], parameters: ListParameters): RegionSnapshot {
  const [only, ...others] = reads.map((read) => narrow(read, parameters));
  if (only !== undefined && others.length === 0) return only;
  const all = only === undefined ? [] : [only, ...others];
  return {
    vpnConnections: all.flatMap(({ vpnConnections }) => vpnConnections),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    requestId: null,
    fetchedAt: Math.min(Date.now(), ...all.map(({ fetchedAt }) => fetchedAt)),
  };
}

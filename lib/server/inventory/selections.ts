import "server-only";
import { LRUCache } from "lru-cache";
import type { User } from "@/lib/server/auth/user";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { narrow } from "@/lib/vpn/filter";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { selectAll, selectPage } from "@/lib/vpn/select-page";
import type { ReadConnections, RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Questions whose answers are kept until one of the snapshots behind them changes. */
const MAX_QUESTIONS = 200;

const selections = defineSingleton(
  "selections",
  () => new LRUCache<string, VpnConnectionList>({ max: MAX_QUESTIONS }),
);

/** The versions of the snapshots that an answer was selected from, for conditional requests. */
const versions = defineSingleton("versions", () => new WeakMap<object, string>());

/**
 * The asked page of what these snapshots hold together, in their order. Many users ask the same, and get
 * the same object while the snapshots stay as they are.
 */
export function selectOnce(
  snapshots: RegionSnapshot[],
  parameters: ListParameters,
  user: User,
): VpnConnectionList {
  const regionIds = snapshots.map(({ regionId }) => regionId);
  const key = JSON.stringify([regionIds, user.scopeKey, parameters]);
  const version = `${key} ${snapshots.map((one) => one.version).join(" ")}`;
  const { requestId, fetchedAt } = readingOf(snapshots);
  const known = selections().get(key);
  const same = known !== undefined && versionOf(known) === version ? known : null;
  if (same?.fetchedAt === fetchedAt) return same;
  const list =
    same === null
      ? selectPage(narrow(joined(snapshots), parameters), parameters)
      : { ...same, requestId, fetchedAt };
  selections().set(key, list);
  rememberVersion(list, version);
  return list;
}

/** All that the question finds, on one page however long. */
export function selectWhole(
  snapshots: RegionSnapshot[],
  parameters: ListParameters,
): VpnConnectionList {
  return selectAll(narrow(joined(snapshots), parameters), parameters);
}

export function rememberVersion(list: object, version: string): void {
  versions().set(list, version);
}

/** Changes when the list does, but for when it was read and by which call; undefined where that is not known. */
export function versionOf(list: object): string | undefined {
  return versions().get(list);
}

function joined(snapshots: RegionSnapshot[]): ReadConnections {
  const [only, ...others] = snapshots;
  if (only !== undefined && others.length === 0) return only;
  return {
    vpnConnections: snapshots.flatMap(({ vpnConnections }) => vpnConnections),
    unreadable: snapshots.flatMap(({ unreadable }) => unreadable),
    ...readingOf(snapshots),
  };
}

/** By which call and when they were read; of several, when the oldest was. */
function readingOf(snapshots: RegionSnapshot[]): Pick<ReadConnections, "requestId" | "fetchedAt"> {
  const [only, ...others] = snapshots;
  if (only !== undefined && others.length === 0) {
    return { requestId: only.requestId, fetchedAt: only.fetchedAt };
  }
  const times = snapshots.map(({ fetchedAt }) => fetchedAt);
  return { requestId: null, fetchedAt: Math.min(Date.now(), ...times) };
}

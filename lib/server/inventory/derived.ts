import "server-only";
import { LRUCache } from "lru-cache";
import { inTurns } from "@/lib/server/runtime/in-turns";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** Connections that results of one kind may be made of, all together: as many as snapshots hold. */
const MAX_CONNECTIONS = 200_000;

type Kept<Result> = { version: string; result: Promise<Result> };

type Question = {
  /** What is asked of these snapshots, and by whom. */
  key: string;
  snapshots: RegionSnapshot[];
  isWanted?: (connection: VpnConnection) => boolean;
};

/**
 * Something that takes long to find out of many connections: once for all who ask the same while the
 * snapshots stay as they are, in turns of the event loop. The name is that of a singleton.
 */
export function defineDerived<Result>(
  name: string,
  derive: (connections: VpnConnection[]) => Generator<void, Result>,
): (question: Question) => Promise<Result> {
  const known = defineSingleton(
    name,
    () => new LRUCache<string, Kept<Result>>({ maxSize: MAX_CONNECTIONS }),
  );
  return ({ key, snapshots, isWanted }) => {
    const version = snapshots.map((snapshot) => snapshot.version).join(" ");
    const kept = known().get(key);
    if (kept?.version === version) return kept.result;
    const all = snapshots.flatMap(({ vpnConnections }) => vpnConnections);
    const connections = isWanted === undefined ? all : all.filter(isWanted);
    const result = inTurns(derive(connections));
    known().set(key, { version, result }, { size: connections.length + 1 });
    // What has failed is tried again by who asks next.
    result.catch(() => known().delete(key));
    return result;
  };
}

import "server-only";
import type { User } from "@/lib/server/auth/user";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** By what a user sees; gone with the reading. */
export type VisibleSnapshots = WeakMap<RegionSnapshot, Map<string, RegionSnapshot>>;

const parts = defineSingleton("visibleSnapshots", (): VisibleSnapshots => new WeakMap());

/**
 * Of a region's reading what the user may see; the same object for all who see the same. What could
 * not be read is left out where not all is seen: nobody knows whose it is.
 */
export function visibleSnapshot(
  read: RegionSnapshot,
  regionId: string,
  user: User,
): RegionSnapshot {
  if (user.scopeOf(regionId) === "all") return read;
  const known = parts().get(read) ?? new Map<string, RegionSnapshot>();
  parts().set(read, known);
  const part = known.get(user.view) ?? {
    ...read,
    vpnConnections: read.vpnConnections.filter((one) => user.mayReadConnection(one)),
    unreadable: [],
  };
  known.set(user.view, part);
  return part;
}

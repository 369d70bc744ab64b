import "server-only";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** By region; snapshots that are too old are forgotten, when they were read is not. */
const lastReads = defineSingleton("lastReads", () => new Map<string, number>());

/** When this server last read the region whole, in epoch milliseconds; null where it never has. */
export function lastReadAt(regionId: string): number | null {
  return lastReads().get(regionId) ?? null;
}

/** Notes the read of a region when it has succeeded. */
export async function noteRead(
  regionId: string,
  read: Promise<RegionSnapshot>,
): Promise<RegionSnapshot> {
  const snapshot = await read;
  lastReads().set(regionId, snapshot.fetchedAt);
  return snapshot;
}

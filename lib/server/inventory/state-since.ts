import "server-only";
import { LRUCache } from "lru-cache";
import { MAX_REGIONS } from "@/lib/server/inventory/cache-times";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { Verdict, VpnConnection } from "@/lib/vpn/types";

/** By id of a region's connections: the verdict they were last seen in, and since when. */
export type Sightings = Map<string, { verdict: Verdict; since: number }>;

const kept = defineSingleton(
  "sightings",
  () => new LRUCache<string, Sightings>({ max: MAX_REGIONS }),
);

/** The connections of a region that has just been read whole, each with how long it is known so. */
export function sighted(
  regionId: string,
  connections: VpnConnection[],
  seenAt: number,
): VpnConnection[] {
  const before = kept().get(regionId);
  const sightings: Sightings = new Map();
  const dated = connections.map((connection) => {
    const { vpnConnectionId, verdict } = connection;
    const known = before?.get(vpnConnectionId);
    const since = known?.verdict === verdict ? known.since : seenAt;
    sightings.set(vpnConnectionId, { verdict, since });
    return { ...connection, verdictSince: since };
  });
  kept().set(regionId, sightings);
  return dated;
}

/** The same of connections that were read otherwise: what is known of them, nothing new. */
export function withSightings(regionId: string, connections: VpnConnection[]): VpnConnection[] {
  const known = kept().get(regionId);
  if (known === undefined) return connections;
  return connections.map((connection) => {
    const sighting = known.get(connection.vpnConnectionId);
    const isSame = sighting?.verdict === connection.verdict;
    return isSame ? { ...connection, verdictSince: sighting.since } : connection;
  });
}

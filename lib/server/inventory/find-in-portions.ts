import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { keyFactsOf } from "@/lib/server/vpc-api/key-facts";
import { findingPortions, worstFirst } from "@/lib/vpn/findings/find";
import type { Finding } from "@/lib/vpn/findings/finding";
import type { InspectedRegion, Inspection, Portions } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

/** How long findings are looked for in one go: requests come in between. */
const PORTION_MS = 5;

/** What has been found on connections alone, which stays true while they are the same objects. */
const known = defineSingleton(
  "findingsOfConnections",
  () => new WeakMap<VpnConnection, readonly Finding[]>(),
);

/**
 * All findings of these regions, or what these portions of them tell, the worst first, at a time in epoch
 * milliseconds. A user is told no more than follows from the connections and gateways that are handed in.
 */
export async function findInPortions(
  regions: readonly InspectedRegion[],
  now: number,
  portionsOf: (inspection: Inspection) => Portions = findingPortions,
): Promise<Finding[]> {
  const portions: (readonly Finding[])[] = [];
  let since = performance.now();
  for (const portion of portionsOf({ regions, keyFactsOf, now, known: known() })) {
    if (portion.length > 0) portions.push(portion);
    if (performance.now() - since < PORTION_MS) continue;
    await otherWork();
    since = performance.now();
  }
  return worstFirst(portions);
}

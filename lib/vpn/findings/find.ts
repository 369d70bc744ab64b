import type { Finding, Severity } from "@/lib/vpn/findings/finding";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { portionsOf } from "@/lib/vpn/findings/portions";
import type { Inspection, Portions } from "@/lib/vpn/findings/rule";
import { RULES } from "@/lib/vpn/findings/rules";
import { seenTunnelsOf } from "@/lib/vpn/findings/tunnels";
import type { VpnConnection } from "@/lib/vpn/types";

/** All findings of these regions, the worst first. */
export function findingsOf(inspection: Inspection): Finding[] {
  return worstFirst(findingPortions(inspection));
}

/** The same in portions, in no order of severity. */
export function* findingPortions(inspection: Inspection): Portions {
  yield* portionsOfRegions(inspection);
  yield* portionsBetween(inspection);
}

/** What each region tells by itself. */
export function* portionsOfRegions(inspection: Inspection): Portions {
  for (const { vpnConnections } of inspection.regions) {
    yield* portionsOf(vpnConnections, (one) => findingsOfConnection(one, inspection));
  }
  for (const { inRegion } of RULES) {
    if (inRegion === undefined) continue;
    for (const region of inspection.regions) yield* inRegion(region, inspection);
  }
}

/** What only regions together tell. */
export function* portionsBetween(inspection: Inspection): Portions {
  for (const { inAccount } of RULES) {
    if (inAccount !== undefined) yield* inAccount(inspection);
  }
}

/** Findings of one severity stay in the order in which they came. */
export function worstFirst(portions: Portions): Finding[] {
  const found: Record<Severity, Finding[]> = {
    critical: [],
    high: [],
    medium: [],
    low: [],
    info: [],
  };
  for (const portion of portions) {
    for (const finding of portion) found[finding.severity].push(finding);
  }
  const { critical, high, medium, low, info } = found;
  return critical.concat(high, medium, low, info);
}

/** Connections do not change: a read that finds one as it was has the same object. */
function findingsOfConnection(
  connection: VpnConnection,
  { keyFactsOf, known }: Inspection,
): readonly Finding[] {
  const before = known?.get(connection);
  if (before !== undefined) return before;
  const found: Finding[] = [];
  const tunnels = seenTunnelsOf(connection, keyFactsOf);
  for (const { id, inTunnel, inConnection } of RULES) {
    if (inTunnel !== undefined) {
      let number = 0;
      for (const tunnel of tunnels) {
        number += 1;
        const one = inTunnel(tunnel);
        if (one !== null) found.push(onConnection(id, connection, one, number));
      }
    }
    const one = inConnection?.(connection, tunnels) ?? null;
    if (one !== null) found.push(onConnection(id, connection, one));
  }
  known?.set(connection, found);
  return found;
}

import type { Finding } from "@/lib/vpn/findings/finding";
import { differentPeers, type KeyUse, type Others } from "@/lib/vpn/findings/different-peers";
import { MOST_NAMED } from "@/lib/vpn/findings/groups";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { NOTHING, portionsOf } from "@/lib/vpn/findings/portions";
import { rfc } from "@/lib/vpn/findings/references";
import type { Inspection, Portions, Rule, RuleFinding } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * One key for different devices. Groups of equal keys are walked through in the order of the connections,
 * never in that of their hashes, so that the order tells nothing of a key.
 */
export const pskReusedRule: Rule = {
  id: "psk-reused",
  isOfSeveral: true,
  references: [rfc(7296, "2.15")],
  *inAccount(inspection) {
    const shared = new Set<string>();
    yield* findShared(inspection, shared);
    if (shared.size === 0) return;
    const groups = new Map<string, KeyUse[]>();
    yield* collectUses(inspection, shared, groups);
    for (const uses of groups.values()) {
      const othersOf = differentPeers(uses, MOST_NAMED);
      yield* portionsOf(uses, (use) => findingsOf(use, othersOf(use)));
    }
  },
};

/** Adds the keys that several connections have: hardly any is. */
function* findShared({ regions, keyFactsOf }: Inspection, shared: Set<string>): Portions {
  const first = new Map<string, VpnConnection>();
  for (const { vpnConnections } of regions) {
    yield* portionsOf(vpnConnections, (connection) => {
      for (const { ikeConfig } of connection.tunnels) {
        const group = keyFactsOf(ikeConfig.psk)?.group;
        if (group === undefined) continue;
        const other = first.get(group);
        if (other === undefined) first.set(group, connection);
        else if (other !== connection) shared.add(group);
      }
      return NOTHING;
    });
  }
}

function* collectUses(
  { regions, keyFactsOf }: Inspection,
  shared: ReadonlySet<string>,
  groups: Map<string, KeyUse[]>,
): Portions {
  for (const { vpnConnections } of regions) {
    yield* portionsOf(vpnConnections, (connection) => {
      for (const [index, { ikeConfig, customerGatewayId }] of connection.tunnels.entries()) {
        const group = keyFactsOf(ikeConfig.psk)?.group;
        if (group === undefined || customerGatewayId === null || !shared.has(group)) continue;
        const uses = groups.get(group) ?? [];
        groups.set(group, uses);
        const last = uses.at(-1);
        const isSame = last?.connection === connection;
        const use = isSame ? last : { connection, tunnels: [], customerGateways: [] };
        if (!isSame) uses.push(use);
        use.tunnels.push(index + 1);
        use.customerGateways.push(customerGatewayId);
      }
      return NOTHING;
    });
  }
}

/** A pair that ends at two devices with one key is a matter of that connection alone. */
function findingsOf({ connection, tunnels }: KeyUse, { count, first }: Others): readonly Finding[] {
  if (count === 0) return NOTHING;
  const named = first.map(({ vpnConnectionId: value }) => ({ field: "vpnConnectionId", value }));
  const finding: RuleFinding = {
    severity: "medium",
    evidence: [{ field: "ikeConfig.psk", value: "configured" }, ...named],
    values: { count },
  };
  const [only = null, ...others] = tunnels;
  const tunnel = others.length === 0 ? only : null;
  return [onConnection("psk-reused", connection, finding, tunnel)];
}

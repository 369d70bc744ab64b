import type { Finding } from "@/lib/vpn/findings/finding";
import { evidenceOfOthers } from "@/lib/vpn/findings/groups";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { rfc } from "@/lib/vpn/findings/references";
import type { Inspection, Portions, Rule } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

/** The tunnels of a connection that have one key, and the devices at their far ends. */
type Use = { connection: VpnConnection; tunnels: number[]; customerGateways: Set<string> };

/**
 * One key for different devices. Groups of equal keys are walked through in the order of the connections,
 * never in that of their hashes, so that the order tells nothing of a key.
 */
export const pskReusedRule: Rule = {
  id: "psk-reused",
  references: [rfc(7296, "2.15")],
  *inAccount(inspection) {
    const groups = new Map<string, Use[]>();
    for (const portion of usesOf(inspection, groups)) yield portion;
    for (const uses of groups.values()) {
      if (!isOfDifferentDevices(uses)) continue;
      const connections = uses.map(({ connection }) => connection);
      for (const use of uses) yield [findingOf(use, connections)];
    }
  },
};

function* usesOf({ regions, keyFactsOf }: Inspection, groups: Map<string, Use[]>): Portions {
  for (const { vpnConnections } of regions) {
    for (const connection of vpnConnections) {
      const own = new Map<string, Use>();
      for (const [index, { ikeConfig, customerGatewayId }] of connection.tunnels.entries()) {
        const group = keyFactsOf(ikeConfig.psk)?.group;
        if (group === undefined || customerGatewayId === null) continue;
        const use = own.get(group) ?? { connection, tunnels: [], customerGateways: new Set() };
        own.set(group, use);
        use.tunnels.push(index + 1);
        use.customerGateways.add(customerGatewayId);
      }
      for (const [group, use] of own) {
        const uses = groups.get(group);
        if (uses === undefined) groups.set(group, [use]);
        else uses.push(use);
      }
      yield [];
    }
  }
}

/**
 * Whether two of them have a customer gateway each that the other has not. A pair that ends at two devices
 * with one key is a matter of that connection alone.
 */
function isOfDifferentDevices(uses: Use[]): boolean {
  const bySize = uses
    .map(({ customerGateways }) => customerGateways)
    .toSorted((one, other) => one.size - other.size);
  return bySize.some((one, index) => {
    const next = bySize[index + 1];
    return next !== undefined && ![...one].every((id) => next.has(id));
  });
}

function findingOf({ connection, tunnels }: Use, group: VpnConnection[]): Finding {
  return onConnection("psk-reused", connection, {
    tunnel: tunnels.length === 1 ? (tunnels[0] ?? null) : null,
    severity: "medium",
    evidence: [
      { field: "ikeConfig.psk", value: "configured" },
      ...evidenceOfOthers(group, connection),
    ],
    values: { count: group.length - 1 },
  });
}

import type { InspectedRegion } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

/** The items by key, in their order; what has no key is left out. */
export function groupsBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | null,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const known = new WeakMap<readonly VpnConnection[], VpnConnection[][]>();

/** Connections at the same VPN gateway, where there are several. */
export function byVpnGateway({ vpnConnections }: InspectedRegion): VpnConnection[][] {
  const before = known.get(vpnConnections);
  if (before !== undefined) return before;
  const groups = groupsBy(vpnConnections, ({ vpnGatewayId }) => vpnGatewayId);
  const several = [...groups.values()].filter((group) => group.length > 1);
  known.set(vpnConnections, several);
  return several;
}

/** How many others a finding names at most. */
export const MOST_NAMED = 10;

/** Evidence that names the other connections of a group, the first of them. */
export function evidenceOfOthers(
  group: Iterable<VpnConnection>,
  self: VpnConnection,
): { field: string; value: string }[] {
  const evidence: { field: string; value: string }[] = [];
  for (const one of group) {
    if (evidence.length === MOST_NAMED) break;
    if (one !== self) evidence.push({ field: "vpnConnectionId", value: one.vpnConnectionId });
  }
  return evidence;
}

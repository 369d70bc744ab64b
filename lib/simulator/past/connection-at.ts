import type { VpnConnection } from "../account/wire";
import type { Difference, Incident } from "./incident";

export function differencesByConnection(incidents: readonly Incident[]): Map<string, Difference[]> {
  const found = new Map<string, Difference[]>();
  for (const difference of incidents.flatMap(({ differences }) => differences)) {
    const those = found.get(difference.vpnConnectionId);
    if (those) those.push(difference);
    else found.set(difference.vpnConnectionId, [difference]);
  }
  return found;
}

/** The present with all differences of that time laid over it; null when it did not exist. */
export function connectionAt(
  present: VpnConnection,
  differences: readonly Difference[],
  time: number,
): VpnConnection | null {
  let connection: VpnConnection | null = present;
  for (const { from, to, change } of differences) {
    if (from <= time && time < to) connection = connection && change(connection);
  }
  return connection;
}

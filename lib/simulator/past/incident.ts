import type { VpnConnection } from "../account/wire";

/** Null where the connection does not exist. */
export type Change = (connection: VpnConnection) => VpnConnection | null;

/** How a connection differs from the present: from one time up to, not including, another. */
export type Difference = { vpnConnectionId: string; from: number; to: number; change: Change };

type IncidentKind =
  | "down-since"
  | "degraded-since"
  | "short-outage"
  | "flapping"
  | "customer-gateway-outage"
  | "vpn-gateway-outage"
  | "changed-before-outage"
  | "changed"
  | "created"
  | "deleted";

export type Incident = { kind: IncidentKind; differences: Difference[] };

/** "refused": the API did not answer for the region. "server": nobody asked. */
type GapReason = "refused" | "server";

/** From the last good read of a region to the next. */
export type Gap = { from: number; to: number; reason: GapReason };

/** What was true until the given time, and is no longer. */
export function until(vpnConnectionId: string, to: number, change: Change): Difference {
  return { vpnConnectionId, from: -Infinity, to, change };
}

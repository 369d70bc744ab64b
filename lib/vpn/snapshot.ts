import type { UnreadableConnection, VpnConnection } from "@/lib/vpn/types";

/** All connections of a region as they were at one time. Never changed: a newer read makes a new one. */
export type RegionSnapshot = {
  vpnConnections: VpnConnection[];
  unreadable: UnreadableConnection[];
  /** Alibaba's id of the call that made it; null when several calls did. */
  requestId: string | null;
  /** Epoch milliseconds: of the oldest of its calls. */
  fetchedAt: number;
};

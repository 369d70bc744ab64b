import type { UnreadableConnection, VpnConnection } from "@/lib/vpn/types";

/** All connections of a region, or of several, as they were read. */
export type ReadConnections = {
  vpnConnections: VpnConnection[];
  unreadable: UnreadableConnection[];
  /** Alibaba's id of the call behind them; null when several calls made them. */
  requestId: string | null;
  /** Epoch milliseconds: of the oldest of these calls. */
  fetchedAt: number;
};

/** A region as it was at one time. Never changed: a newer read makes a new one. */
export type RegionSnapshot = ReadConnections & {
  regionId: string;
  /** Stays the same while newer reads find everything as it was. */
  version: string;
};

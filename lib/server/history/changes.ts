import "server-only";
import type { HistoryEvent } from "@/lib/vpn/events";
import type { Verdict, VpnConnection } from "@/lib/vpn/types";
import type { KnownRegion } from "@/lib/server/history/known-region";

/** A good read of a region. */
export type RegionRead = {
  regionId: string;
  /** Epoch milliseconds. */
  at: number;
  /** By a clock that nobody sets, in milliseconds; where the read is of this process. */
  monotonicAt?: number;
  connections: VpnConnection[];
};

export type NewEvent = Omit<HistoryEvent, "id" | "regionId">;

type PartKey = { vpnConnectionId: string; part: string };

export type OpenedInterval = PartKey & { state: Verdict; isExact: boolean };

/** A time without data; the end is null while it lasts. */
export type RegionGap = { from: number; to: number | null; reason: string };

/** What a read of a region changes in the database. */
export type RegionChange = {
  regionId: string;
  at: number;
  /** As it was before, which the database must still hold. */
  before: KnownRegion;
  after: KnownRegion;
  gap: RegionGap | null;
  closed: PartKey[];
  opened: OpenedInterval[];
  /** New ones, and those whose configuration has changed. */
  connections: VpnConnection[];
  deleted: string[];
  events: NewEvent[];
};

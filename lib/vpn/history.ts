import type { HistoryEvent, NotRecording } from "@/lib/vpn/events";
import type { Verdict } from "@/lib/vpn/types";

export const RANGES = ["24h", "7d", "30d", "90d"] as const;

export type Range = (typeof RANGES)[number];

export const DEFAULT_RANGE: Range = "24h";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const RANGE_MS: Record<Range, number> = {
  "24h": DAY_MS,
  "7d": 7 * DAY_MS,
  "30d": 30 * DAY_MS,
  "90d": 90 * DAY_MS,
};

/** Of a connection at some time; a tunnel is never degraded. */
export type State = Verdict | "no_data";

/** Epoch milliseconds; `to` is null while the state lasts. */
export type Interval = { state: State; from: number; to: number | null };

/** Milliseconds in each state, together the whole span. */
export type Availability = Record<Verdict, number> & {
  noData: number;
  /** (up + degraded) / (up + degraded + down): null where there was none of these. */
  ratio: number | null;
};

/** A time without a good read of the region; `reason` is a problem's code, or `not_read`. */
export type HistoryGap = { from: number; to: number | null; reason: string };

/** Since when a connection is known, and until when; null where that is not so. */
export type Lifespan = { firstSeenAt: number | null; deletedAt: number | null };

/** Newest events that a history carries; the list of events has all. */
export const MAX_HISTORY_EVENTS = 200;

type TunnelHistory = { tunnel: number; tunnelId: string | null; intervals: Interval[] };

export type History = Lifespan & {
  range: Range;
  from: number;
  to: number;
  /** As it was last called; empty where it has no name or is not known. */
  name: string;
  /** Cut to the range; they touch and do not overlap. */
  connection: Interval[];
  tunnels: TunnelHistory[];
  /** Of the region, within the range or reaching into it. */
  gaps: HistoryGap[];
  availability: Availability;
  flapping: boolean;
  /** Newest first, not more than the most. */
  events: HistoryEvent[];
  /** There while new states cannot be written. */
  notRecording?: NotRecording;
};

export type ConnectionTimeline = Lifespan & {
  vpnConnectionId: string;
  name: string;
  intervals: Interval[];
};

/** What several connections of a region have been through in the same time. */
export type GatewayHistory = {
  from: number;
  to: number;
  timelines: ConnectionTimeline[];
  gaps: HistoryGap[];
  notRecording?: NotRecording;
};

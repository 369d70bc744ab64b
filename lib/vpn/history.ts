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

export type TunnelHistory = { tunnel: number; tunnelId: string | null; intervals: Interval[] };

export type History = {
  range: Range;
  from: number;
  to: number;
  /** Cut to the range; they touch and do not overlap. */
  connection: Interval[];
  tunnels: TunnelHistory[];
  availability: Availability;
  flapping: boolean;
  events: HistoryEvent[];
  /** There while new states cannot be written. */
  notRecording?: NotRecording;
};

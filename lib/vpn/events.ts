import type { Verdict } from "@/lib/vpn/types";

/** What history tells, in the order in which filters list it. */
export const EVENT_KINDS = [
  "down",
  "degraded",
  "up",
  "unknown",
  "tunnel_down",
  "tunnel_up",
  "config_changed",
  "created",
  "deleted",
  "no_data",
  "data_back",
  "finding_new",
  "finding_gone",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export const FINDING_EVENT_KINDS = ["finding_new", "finding_gone"] as const;

export type FindingEventKind = (typeof FINDING_EVENT_KINDS)[number];

export function isFindingEvent(kind: EventKind): kind is FindingEventKind {
  return FINDING_EVENT_KINDS.some((one) => one === kind);
}

/** A field by our name for it; of a secret only that it has changed. */
export type FieldChange = { field: string; before: string | null; after: string | null };

/** Why nothing is known of a region for a while: the failure of its reads, or that nobody read it. */
export const NOT_READ = "not_read";

/** One thing that happened, as history keeps it. */
export type HistoryEvent = {
  id: string;
  /** Epoch milliseconds: of the read that first showed it. */
  at: number;
  regionId: string;
  /** Null for what happened to a whole region, or to a gateway. */
  vpnConnectionId: string | null;
  /** Of what happened to a gateway and to no connection of it. */
  vpnGatewayId: string | null;
  /** Of the connection or the gateway, as it was called then. */
  name: string;
  kind: EventKind;
  /** 1, 2: of a pair of tunnels the one it happened to. */
  tunnel: number | null;
  before: Verdict | null;
  after: Verdict | null;
  /** Milliseconds that the state before had lasted; null where its beginning is not known. */
  lasted: number | null;
  changes: FieldChange[];
  /**
   * Of `no_data` and `data_back`: the code of the problem with the region's reads, or `not_read`. Of
   * `finding_new` and `finding_gone`: the id of the rule.
   */
  reason: string | null;
};

export type EventCounts = Record<EventKind, number>;

export type EventList = {
  events: HistoryEvent[];
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** Epoch milliseconds: nothing is known of the time before. */
  since: number;
  /** By kind, of all that the other parameters find. */
  counts: EventCounts;
  /** There while new events cannot be written. */
  notRecording?: NotRecording;
};

/** Since when history is not being kept (epoch milliseconds), and why. */
export type NotRecording = { since: number; reason: HistoryFailureReason };

const HISTORY_FAILURES = [
  "not_writable",
  "disk_full",
  "locked",
  "damaged",
  "unreachable",
  "newer_schema",
  "failed",
] as const;

export type HistoryFailureReason = (typeof HISTORY_FAILURES)[number];

/** The question that a list of events answers. */
export type EventParameters = {
  pageNumber: number;
  pageSize: number;
  regionId: string | null;
  vpnGatewayId: string | null;
  customerGatewayId: string | null;
  vpnConnectionId: string | null;
  kind: EventKind[];
  /** Epoch milliseconds; `until` itself is not in it. */
  since: number | null;
  until: number | null;
};

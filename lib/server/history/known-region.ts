import "server-only";
import type { VpnConnection, Verdict } from "@/lib/vpn/types";

/** A connection or one of its tunnels, as it was when its region was last read. */
export type KnownPart = {
  state: Verdict;
  beganAt: number;
  /** False where the state may have begun before. */
  isExact: boolean;
};

export type KnownConnection = {
  name: string;
  /** The part that is the connection itself stands under the empty key. */
  parts: ReadonlyMap<string, KnownPart>;
  /** As it was read; after a start, what the database has kept of its configuration. */
  config: VpnConnection | string;
  /** When its state has changed, within the last 24 hours or a little more, in order. */
  changedAt: readonly number[];
};

/** What history knows of a region. Never changed: a newer read makes a new one. */
export type KnownRegion = {
  /** Of the database's row; 0 where there is none. */
  revision: number;
  /** Null before the first read. */
  lastReadAt: number | null;
  /** The same by a clock that nobody sets; null where it was not in this process. */
  lastReadMonotonicAt: number | null;
  /** Where the last time without data ended; null where there was none. */
  lastGapEndedAt: number | null;
  /** A time without data that still lasts, and has been written down. */
  openGap: { from: number; reason: string } | null;
  connections: ReadonlyMap<string, KnownConnection>;
};

export const UNKNOWN_REGION: KnownRegion = {
  revision: 0,
  lastReadAt: null,
  lastReadMonotonicAt: null,
  lastGapEndedAt: null,
  openGap: null,
  connections: new Map(),
};

/** Key of the part that is the connection itself. */
export const WHOLE = "";

/** Since when a part's state has been known without a break, and whether it began then. */
export function sinceOf(
  { beganAt, isExact }: KnownPart,
  { lastGapEndedAt }: Pick<KnownRegion, "lastGapEndedAt">,
): { since: number; isExact: boolean } {
  const isBroken = lastGapEndedAt !== null && lastGapEndedAt > beganAt;
  return isBroken ? { since: lastGapEndedAt, isExact: false } : { since: beganAt, isExact };
}

/** Without a good read for so long, nothing is known of a region. */
export function gapMsOf(pollSeconds: number): number {
  return Math.max(120_000, 3 * pollSeconds * 1000);
}

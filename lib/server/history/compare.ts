import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { NOT_READ } from "@/lib/vpn/events";
import type { NewEvent, RegionChange, RegionGap, RegionRead } from "@/lib/server/history/changes";
import {
  compareConnection,
  eventOf,
  firstSight,
  stepOf,
} from "@/lib/server/history/compare-connection";
import { type KnownConnection, type KnownRegion, WHOLE } from "@/lib/server/history/known-region";
import { portionsOf } from "@/lib/server/history/portions";

/** How times without data are told. */
export type GapTerms = {
  /** Shorter ones do not count. */
  gapMs: number;
  /** The code of the problem with the last reads; null where none has failed. */
  reason: string | null;
  /** Where regions are only read while somebody looks, a time without data is no news. */
  isNews: boolean;
};

/** What a read of a region changes. Pure, and in portions: the database and the clock are the caller's. */
export async function compareRegion(
  before: KnownRegion,
  { regionId, at, monotonicAt, connections }: RegionRead,
  terms: GapTerms,
): Promise<RegionChange> {
  const gap = gapBefore(before, at, terms);
  const lastGapEndedAt = gap === null ? before.lastGapEndedAt : at;
  const moment = { at, lastGapEndedAt: before.lastGapEndedAt, isAfterGap: gap !== null };
  const change: RegionChange = {
    regionId,
    at,
    before,
    after: before,
    gap,
    closed: [],
    opened: [],
    connections: [],
    deleted: [],
    events: gap === null || !terms.isNews ? [] : gapEvents(gap, at, before.openGap !== null),
  };
  const after = new Map<string, KnownConnection>();
  for (const [index, portion] of portionsOf(connections).entries()) {
    if (index > 0) await otherWork();
    for (const connection of portion) {
      const { vpnConnectionId } = connection;
      const known = before.connections.get(vpnConnectionId);
      if (known === undefined && before.lastReadAt !== null) {
        change.events.push({
          ...eventOf(connection.name, vpnConnectionId, at),
          kind: "created",
          after: connection.verdict,
        });
      }
      const result =
        known === undefined
          ? firstSight(connection, moment)
          : compareConnection(known, connection, moment);
      if (known !== undefined) after.set(vpnConnectionId, result?.after ?? known);
      if (result === null) continue;
      after.set(vpnConnectionId, result.after);
      change.closed.push(...result.closed.map((part) => ({ vpnConnectionId, part })));
      change.opened.push(...result.opened);
      change.events.push(...result.events);
      if (result.hasNewConfig) change.connections.push(connection);
    }
  }
  for (const [vpnConnectionId, { name, parts }] of before.connections) {
    if (after.has(vpnConnectionId)) continue;
    change.deleted.push(vpnConnectionId);
    change.closed.push(...[...parts.keys()].map((part) => ({ vpnConnectionId, part })));
    change.events.push({
      ...eventOf(name, vpnConnectionId, at),
      ...stepOf(parts.get(WHOLE), null, moment),
      kind: "deleted",
    });
  }
  return {
    ...change,
    after: {
      revision: before.revision + 1,
      lastReadAt: at,
      lastReadMonotonicAt: monotonicAt ?? null,
      lastGapEndedAt,
      openGap: null,
      connections: after,
    },
  };
}

function gapBefore(
  { lastReadAt, openGap }: KnownRegion,
  at: number,
  { gapMs, reason }: GapTerms,
): RegionGap | null {
  if (lastReadAt === null) return null;
  // Why it began is what it is about: it may end with a start that knows nothing of that.
  if (openGap !== null) return { ...openGap, to: at };
  if (at - lastReadAt <= gapMs) return null;
  return { from: lastReadAt, to: at, reason: reason ?? NOT_READ };
}

function gapEvents(gap: RegionGap, at: number, isTold: boolean): NewEvent[] {
  const back = {
    ...eventOf("", null, at),
    kind: "data_back" as const,
    lasted: at - gap.from,
    reason: gap.reason,
  };
  return isTold ? [back] : [noDataEvent(gap), back];
}

export function noDataEvent({ from, reason }: RegionGap): NewEvent {
  return { ...eventOf("", null, from), kind: "no_data", reason };
}

import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { User } from "@/lib/server/auth/user";
import { findingsOfRegion } from "@/lib/server/inventory/region-findings";
import { rememberVersion, versionOf } from "@/lib/server/inventory/selections";
import { lastSnapshot, visiblePart } from "@/lib/server/inventory/snapshots";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { FindingMark, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

type Marks = ReadonlyMap<string, FindingMark>;
type MarkedList = { key: string; list: VpnConnectionList };

/** By the list without marks, which is one object for all who ask the same. */
const markedLists = defineSingleton(
  "markedLists",
  () => new WeakMap<VpnConnectionList, MarkedList>(),
);

/** By the connection without: it is in many lists and files. */
const markedConnections = defineSingleton(
  "markedConnections",
  () => new WeakMap<VpnConnection, VpnConnection>(),
);

const NONE: FindingMark = { critical: 0, high: 0 };
const PORTION = 1_000;

/**
 * The list, its connections with how many findings they have that should not wait, as far as their regions
 * have been read whole. Only what a region tells by itself is counted: that is all of these severities.
 */
export async function withFindingMarks(
  list: VpnConnectionList,
  user: User,
): Promise<VpnConnectionList> {
  const regionIds = [...new Set(list.vpnConnections.map(({ regionId }) => regionId))];
  const found = await Promise.all(regionIds.map((regionId) => marksOf(regionId, user)));
  const key = found.map((one) => one?.version ?? "").join(" ");
  const known = markedLists().get(list);
  if (known?.key === key) return known.list;
  const marks = new Map(regionIds.map((regionId, index) => [regionId, found[index]?.marks]));
  const vpnConnections: VpnConnection[] = [];
  for (const [index, connection] of list.vpnConnections.entries()) {
    if (index % PORTION === PORTION - 1) await otherWork();
    vpnConnections.push(marked(connection, marks.get(connection.regionId)));
  }
  const whole = { ...list, vpnConnections };
  markedLists().set(list, { key, list: whole });
  const version = versionOf(list);
  if (version !== undefined) {
    const counts = vpnConnections.map(({ findingCounts }) => findingCounts);
    rememberVersion(whole, JSON.stringify([version, counts]));
  }
  return whole;
}

async function marksOf(regionId: string, user: User) {
  const snapshot = lastSnapshot(regionId)?.answer ?? null;
  if (snapshot === null) return null;
  return findingsOfRegion(visiblePart(snapshot, user), user);
}

function marked(connection: VpnConnection, marks: Marks | undefined): VpnConnection {
  if (marks === undefined) return connection;
  const counts = marks.get(connection.vpnConnectionId) ?? NONE;
  const before = markedConnections().get(connection);
  if (before !== undefined && isSame(before.findingCounts, counts)) return before;
  const fresh = { ...connection, findingCounts: counts };
  markedConnections().set(connection, fresh);
  return fresh;
}

function isSame(one: FindingMark | null, other: FindingMark): boolean {
  return one?.critical === other.critical && one.high === other.high;
}

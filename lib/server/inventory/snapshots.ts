import "server-only";
import type { User } from "@/lib/server/auth/user";
import { createAnswerCache, type Current, type Kept } from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { answersTtlMs, failureTtlMs, keep } from "@/lib/server/inventory/cache-times";
import { completeSnapshot } from "@/lib/server/inventory/complete-snapshot";
import {
  areGatewaysFresh,
  readGateways,
  waitForGateways,
} from "@/lib/server/inventory/gateway-lists";
import { sharedAnswers } from "@/lib/server/inventory/shared-answers";
import { type KeptSnapshot, snapshotFormat } from "@/lib/server/inventory/shared-snapshots";
import { NOTHING_KNOWN } from "@/lib/server/history/standing";
import { readListener } from "@/lib/server/inventory/read-listener";
import { withinRequest } from "@/lib/server/inventory/request-wait";
import { inBackground, isBackground, promotion } from "@/lib/server/vpc-api/quota/background";
import { isVpcApiError } from "@/lib/server/vpc-api/errors";
import { describeAllVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** Connections held at most, over all regions. */
const MAX_CONNECTIONS = 200_000;

/** However short snapshots are kept: a page that asks every second must not read all that often. */
const SHORTEST_TTL_MS = 5_000;
/** After the first failure, doubled with each in a row. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/** What this server knows of each region, for all pages, routes and users. */
const snapshots = defineSingleton("snapshots", () =>
  createAnswerCache<KeptSnapshot>({
    ...keep(),
    weightOf: ({ vpnConnections }) => vpnConnections.length,
    maxWeight: MAX_CONNECTIONS,
  }),
);

/** Of which one replica reads for all. */
export const sharedSnapshots = defineSingleton("sharedSnapshots", () =>
  sharedAnswers().share<KeptSnapshot, VpnConnection>({
    ...snapshotFormat,
    name: "vpn_connections",
    cache: snapshots,
    readNow: readForOthers,
  }),
);

/** By what a user may see; gone with the connections. */
const visibleParts = defineSingleton(
  "visibleParts",
  () => new WeakMap<VpnConnection[], Map<string, VpnConnection[]>>(),
);

/** By region that is being read in the background: brings its calls to the foreground. */
const promotions = defineSingleton("promotions", () => new Map<string, () => void>());

/**
 * The region as it is now: one read serves all who ask while it is under way and for the cache time after
 * it. While reads fail or take too long, the last good snapshot comes with the reason. Throws VpcApiError.
 */
export async function currentSnapshot(regionId: string): Promise<Current<RegionSnapshot>> {
  const reading = snapshots().read(regionId, () => load(regionId));
  if (!isBackground()) {
    promotions().get(regionId)?.();
    sharedSnapshots().hurry(regionId);
  }
  const key = { action: "DescribeVpnConnections", regionId };
  return withinRequest(key, reading, lastSnapshot(regionId));
}

/** What the user may see of the region as it is now, with names if they come soon. Throws VpcApiError. */
export async function visibleSnapshot(
  regionId: string,
  user: User,
): Promise<Current<RegionSnapshot>> {
  const { answer, failure } = await currentSnapshot(regionId);
  await addNames(regionId);
  const named = lastSnapshot(regionId)?.answer ?? answer;
  return { answer: visiblePart(named, user), failure };
}

/**
 * What the user may see of a snapshot; the same connections for all who may see the same. What could not
 * be read is left out where not all is seen: nobody knows whose it is.
 */
export function visiblePart(snapshot: RegionSnapshot, user: User): RegionSnapshot {
  const { regionId, vpnConnections } = snapshot;
  if (user.scopeOf(regionId) === "all") return snapshot;
  const parts = visibleParts().get(vpnConnections) ?? new Map<string, VpnConnection[]>();
  visibleParts().set(vpnConnections, parts);
  const part =
    parts.get(user.scopeKey) ?? vpnConnections.filter((one) => user.mayReadConnection(one));
  parts.set(user.scopeKey, part);
  return { ...snapshot, vpnConnections: part, unreadable: [] };
}

/** What is known of a region, however old; undefined before its first read has ended. */
export function lastSnapshot(regionId: string): Kept<RegionSnapshot> | undefined {
  return snapshots().kept(regionId);
}

/** Reads a region behind an answer, unless that is too soon. Ends with the read; its failure is kept. */
export async function refreshIfDue(regionId: string): Promise<void> {
  if (!isDue(lastSnapshot(regionId))) return;
  await inBackground(() => currentSnapshot(regionId)).catch(() => undefined);
}

/**
 * Reads a region for the poller, which has waited for its interval: however long snapshots are kept, but not
 * right after somebody else's read, nor sooner after a failure than for anybody else.
 */
export async function poll(regionId: string, intervalMs: number): Promise<void> {
  const last = lastSnapshot(regionId);
  const isFailing = (last?.failure ?? null) !== null;
  const isFresh = last !== undefined && performance.now() - last.answeredAt < intervalMs / 2;
  if (isFailing ? !isDue(last) : isFresh) return;
  const reading = inBackground(() => snapshots().refresh(regionId, () => load(regionId)));
  await reading.catch(() => undefined);
}

/** Whether a region is read again when somebody looks: failures in a row make the pause longer. */
export function isDue(kept: Kept<RegionSnapshot> | undefined): boolean {
  if (kept === undefined) return true;
  const { answeredAt, failure } = kept;
  const now = performance.now();
  if (failure === null) return now - answeredAt >= Math.max(answersTtlMs(), SHORTEST_TTL_MS);
  const pause = FIRST_PAUSE_MS * 2 ** (failure.inARow - 1);
  return now - failure.at >= Math.max(failureTtlMs(), Math.min(LONGEST_PAUSE_MS, pause));
}

function load(regionId: string): Promise<KeptSnapshot> {
  return sharedSnapshots().load(regionId, () => readNow(regionId), !isBackground());
}

/** For a replica that does not lead; with names, as for anybody who looks. */
async function readForOthers(regionId: string, isUrgent: boolean): Promise<void> {
  const read = () => currentSnapshot(regionId);
  await (isUrgent ? read() : inBackground(read));
  void inBackground(() => addNames(regionId));
}

async function readNow(regionId: string): Promise<KeptSnapshot> {
  promotions().set(regionId, promotion());
  const { answer: last = null, failure } = lastSnapshot(regionId) ?? {};
  const ids = new Set(last?.vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId));
  const reading = describeAllVpnConnections(regionId, ids);
  const read = await reading.finally(() => promotions().delete(regionId));
  const { vpnConnections: connections, fetchedAt: at } = read;
  const monotonicAt = performance.now();
  const { recordRead, standingsIn } = readListener();
  await recordRead({ regionId, at, monotonicAt, connections }, failureCodeOf(failure?.error));
  const isNamed = connections.length === 0 || areGatewaysFresh(regionId);
  return { ...(await completeSnapshot(read, last, standingsIn(regionId, at))), isNamed };
}

/** For history, which keeps why a region could not be read. */
export function failureCodeOf(error: unknown): string | null {
  return isVpcApiError(error) ? error.code : null;
}

/**
 * Gives a region's snapshot the names of its gateways, where they have not been read for it yet. Ends soon
 * enough for somebody who looks, at the latest without them; they then come later.
 */
export async function addNames(regionId: string): Promise<void> {
  if (snapshots().kept(regionId)?.answer?.isNamed !== false) return;
  const readAndAdd = async () => {
    await readGateways(regionId);
    await snapshots().update(regionId, async (last) => {
      if (last.isNamed) return last;
      const known = new Map(last.vpnConnections.map((one) => [one.vpnConnectionId, one]));
      const standingOf = (id: string) => known.get(id) ?? NOTHING_KNOWN;
      const named = await completeSnapshot(last, last, standingOf);
      // By then it is in the cache.
      setImmediate(() => sharedSnapshots().changed(regionId));
      return { ...named, isNamed: true };
    });
  };
  await waitForGateways(readAndAdd());
}

import "server-only";
import type { User } from "@/lib/server/auth/user";
import { createAnswerCache, type Current, type Kept } from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { answersTtlMs, failureTtlMs, keep } from "@/lib/server/inventory/cache-times";
import { beforeNames, namesSoon } from "@/lib/server/inventory/gateway-names";
import { noteRead } from "@/lib/server/inventory/last-reads";
import { readSnapshot, withNames } from "@/lib/server/inventory/read-snapshot";
import { withinRequest } from "@/lib/server/inventory/request-wait";
import { inBackground, isBackground, promotion } from "@/lib/server/vpc-api/quota/background";
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
  createAnswerCache<RegionSnapshot>({
    ...keep(),
    weightOf: ({ vpnConnections }) => vpnConnections.length,
    maxWeight: MAX_CONNECTIONS,
  }),
);

/** By region that is being read in the background: brings its calls to the foreground. */
const promotions = defineSingleton("promotions", () => new Map<string, () => void>());

/**
 * The region as it is now: one read serves all who ask while it is under way and for the cache time after
 * it. While reads fail or take too long, the last good snapshot comes with the reason. Throws VpcApiError.
 */
export async function currentSnapshot(regionId: string): Promise<Current<RegionSnapshot>> {
  const reading = snapshots().read(regionId, () => readNow(regionId));
  if (!isBackground()) promotions().get(regionId)?.();
  const key = { action: "DescribeVpnConnections", regionId };
  const { answer, failure } = await withinRequest(key, reading, lastSnapshot(regionId));
  if (isBackground()) return { answer, failure };
  await namesSoon(regionId);
  return { answer: lastSnapshot(regionId)?.answer ?? answer, failure };
}

/** What the user may see of the region as it is now. Throws VpcApiError. */
export async function visibleSnapshot(
  regionId: string,
  user: User,
): Promise<Current<RegionSnapshot>> {
  const { answer, failure } = await currentSnapshot(regionId);
  return { answer: visiblePart(answer, regionId, user), failure };
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

/** Whether a region is read again when somebody looks: failures in a row make the pause longer. */
export function isDue(kept: Kept<RegionSnapshot> | undefined): boolean {
  if (kept === undefined) return true;
  const { answeredAt, failure } = kept;
  const now = performance.now();
  if (failure === null) return now - answeredAt >= Math.max(answersTtlMs(), SHORTEST_TTL_MS);
  const pause = FIRST_PAUSE_MS * 2 ** (failure.inARow - 1);
  return now - failure.at >= Math.max(failureTtlMs(), Math.min(LONGEST_PAUSE_MS, pause));
}

async function readNow(regionId: string): Promise<RegionSnapshot> {
  promotions().set(regionId, promotion());
  const last = lastSnapshot(regionId)?.answer ?? null;
  const read = readSnapshot(regionId, last).finally(() => promotions().delete(regionId));
  return noteRead(
    regionId,
    beforeNames(regionId, read, () => addNames(regionId)),
  );
}

async function addNames(regionId: string): Promise<void> {
  const answer = lastSnapshot(regionId)?.answer ?? null;
  if (answer === null) return;
  snapshots().replace(regionId, answer, await withNames(regionId, answer));
}

/** By what a user may see; gone with the connections. */
const visibleParts = defineSingleton(
  "visibleParts",
  () => new WeakMap<VpnConnection[], Map<string, VpnConnection[]>>(),
);

/**
 * What the user may see of a snapshot; the same connections for all who may see the same. What could not
 * be read is left out where not all is seen: nobody knows whose it is.
 */
export function visiblePart(
  snapshot: RegionSnapshot,
  regionId: string,
  user: User,
): RegionSnapshot {
  if (user.scopeOf(regionId) === "all") return snapshot;
  const { vpnConnections } = snapshot;
  const parts = visibleParts().get(vpnConnections) ?? new Map<string, VpnConnection[]>();
  visibleParts().set(vpnConnections, parts);
  const part =
    parts.get(user.scopeKey) ?? vpnConnections.filter((one) => user.mayReadConnection(one));
  parts.set(user.scopeKey, part);
  return { ...snapshot, vpnConnections: part, unreadable: [] };
}

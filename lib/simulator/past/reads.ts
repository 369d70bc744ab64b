import { isDeepStrictEqual } from "node:util";
import type { VpnConnection } from "../account/wire";
import { connectionAt, differencesByConnection } from "./connection-at";
import type { Difference, Gap } from "./incident";
import { drawPast, type Past, type PastOptions } from "./past";

/** What a read of a region answered. What has not changed since the read before is shared. */
export type PastRead = {
  at: number;
  regionId: string;
  connections: readonly VpnConnection[];
  /** This read is the last before the gap. */
  gapAfter?: Gap;
  /** This read is the first after the gap. */
  gapBefore?: Gap;
};

type PastRegion = Past["regions"][number];

/** When something in the region may have changed, or could not be seen any longer. */
function timesOf(region: PastRegion, changed: readonly Difference[], past: Past): number[] {
  const { gaps } = region;
  const times = [
    ...changed.flatMap(({ from, to }) => [from, to]),
    ...gaps.flatMap(({ from, to }) => [from, to]),
  ].filter((time) => time > past.start && time <= past.now);
  const isHidden = (time: number) => gaps.some(({ from, to }) => from < time && time < to);
  return [
    past.start,
    ...[...new Set(times)].filter((time) => !isHidden(time)).sort((a, b) => a - b),
  ];
}

type Seen = { at: number; connections: (VpnConnection | null)[] };

/** The connection at a later time: the same object where nothing has changed since. */
function nextOf(
  before: VpnConnection | null,
  present: VpnConnection,
  differences: readonly Difference[],
  [since, at]: readonly [number, number],
): VpnConnection | null {
  const isWithin = (time: number) => since < time && time <= at;
  if (!differences.some(({ from, to }) => isWithin(from) || isWithin(to))) return before;
  const next = connectionAt(present, differences, at);
  return isDeepStrictEqual(before, next) ? before : next;
}

function* readsOf(
  region: PastRegion,
  differences: ReadonlyMap<string, readonly Difference[]>,
  past: Past,
): Generator<PastRead> {
  const { regionId, gaps } = region;
  const changing = region.connections.flatMap(
    ({ VpnConnectionId }) => differences.get(VpnConnectionId) ?? [],
  );
  let seen: Seen | undefined;
  for (const at of timesOf(region, changing, past)) {
    const before: Seen | undefined = seen;
    const connections = region.connections.map((one, index) => {
      const own = differences.get(one.VpnConnectionId) ?? [];
      if (!before) return connectionAt(one, own, at);
      return nextOf(before.connections[index] ?? null, one, own, [before.at, at]);
    });
    seen = { at, connections };
    const gapAfter = gaps.find(({ from }) => from === at);
    const gapBefore = gaps.find(({ to }) => to === at);
    const isChanged = connections.some((one, index) => one !== before?.connections[index]);
    if (before && !isChanged && !gapAfter && !gapBefore) continue;
    yield {
      at,
      regionId,
      connections: connections.filter((one) => one !== null),
      ...(gapAfter && { gapAfter }),
      ...(gapBefore && { gapBefore }),
    };
  }
}

/**
 * The reads of the last 30 days that are worth keeping, in order of time: the first of each region,
 * each that shows a change, and those next to a gap. Between two of them nothing changed.
 */
export function* pastReads(options: PastOptions, now: number): Generator<PastRead> {
  const past = drawPast(options, now);
  const differences = differencesByConnection(past.incidents);
  const reads = past.regions.flatMap((region) => Array.from(readsOf(region, differences, past)));
  // Sorting is stable: at the same time the regions keep their order.
  yield* reads.sort((a, b) => a.at - b.at);
}

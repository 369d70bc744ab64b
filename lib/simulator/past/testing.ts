import { createRandom } from "../account/random";
import type { VpnConnection } from "../account/wire";
import { drawPast } from "./past";
import type { Difference, Incident } from "./incident";
import { pastReads, type PastRead } from "./reads";

/** The account of the demo. */
export const demo = { regions: 12, connections: 300 };

export const NOW = Date.UTC(2026, 10, 23, 9, 41, 17);

export function readsOf(seed: number): PastRead[] {
  return [...pastReads({ ...demo, seed }, NOW)];
}

export function incidentsOf(seed: number, kind: Incident["kind"]): Incident[] {
  return drawPast({ ...demo, seed }, NOW).incidents.filter((incident) => incident.kind === kind);
}

export function firstOf({ differences }: Incident): Difference {
  const [first] = differences;
  if (!first) throw new RangeError("There is no difference.");
  return first;
}

export type Sight = { at: number; connection: VpnConnection | undefined };

/** What the reads show of one connection, each time it changed. */
export function sightsOf(reads: readonly PastRead[], id: string): Sight[] {
  const find = ({ connections }: PastRead) =>
    connections.find(({ VpnConnectionId }) => VpnConnectionId === id);
  const regionId = reads.find((read) => find(read))?.regionId;
  const sights: Sight[] = [];
  for (const read of reads) {
    if (read.regionId !== regionId) continue;
    const connection = find(read);
    if (sights.length === 0 || sights.at(-1)?.connection !== connection) {
      sights.push({ at: read.at, connection });
    }
  }
  return sights;
}

export function randomTimes(from: number, to: number, count: number): number[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () => random.integer(from, to));
}

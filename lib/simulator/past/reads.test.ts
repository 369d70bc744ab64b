import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { buildAccount } from "../account/account";
import { pastReads, type PastRead } from "./reads";
import { demo, NOW, readsOf } from "./testing";
import { pastLength } from "./times";

const seeds = [7, 1, 2, 3];

function byRegion(reads: readonly PastRead[]): PastRead[][] {
  const found = new Map<string, PastRead[]>();
  for (const read of reads) {
    found.set(read.regionId, [...(found.get(read.regionId) ?? []), read]);
  }
  return [...found.values()];
}

it("is the same for the same seed and time, and another for another seed", () => {
  expect(isDeepStrictEqual(readsOf(7), readsOf(7))).toBe(true);
  expect(isDeepStrictEqual(readsOf(7), readsOf(8))).toBe(false);
});

it("is of the account that the simulator starts with when no seed is given", () => {
  expect(isDeepStrictEqual([...pastReads(demo, NOW)], readsOf(7))).toBe(true);
});

it("moves with the present: at another time the same things happened as long ago", () => {
  const day = 86_400_000;
  const later = [...pastReads(demo, NOW + day)];
  expect(later.map(({ at, regionId }) => ({ at: at - day, regionId }))).toEqual(
    readsOf(7).map(({ at, regionId }) => ({ at, regionId })),
  );
});

describe.each(seeds)("the reads with seed %i", (seed) => {
  const reads = readsOf(seed);

  it("are in order of time, from 30 days ago to now", () => {
    const times = reads.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(NOW - pastLength);
    expect(times.at(-1)).toBeLessThanOrEqual(NOW);
  });

  it("begin with one of each region, in the order of the account", () => {
    const first = reads.slice(0, demo.regions);
    expect(first.map(({ regionId }) => regionId)).toEqual(
      buildAccount({ ...demo, seed, now: NOW, secrets: {} }).map(({ region }) => region.id),
    );
    expect(new Set(first.map(({ at }) => at))).toEqual(new Set([NOW - pastLength]));
  });

  it("end with exactly what the account is now", () => {
    const account = buildAccount({ ...demo, seed, now: NOW, secrets: {} });
    expect(byRegion(reads).map((those) => those.at(-1)?.connections)).toEqual(
      account.map(({ connections }) => connections),
    );
  });

  it("are as many as a replay can go through", () => {
    const times = new Set(reads.map(({ at }) => at));
    expect(times.size).toBeGreaterThan(150);
    expect(times.size).toBeLessThan(400);
  });

  it("each show a change, or stand next to a gap, and share what has not changed", () => {
    for (const [first, ...others] of byRegion(reads)) {
      let before = first;
      for (const read of others) {
        const earlier = before?.connections ?? [];
        const known = new Set(earlier);
        const changed = read.connections.filter((one) => !known.has(one));
        const copies = changed.filter((one) =>
          earlier.some(
            (other) =>
              one.VpnConnectionId === other.VpnConnectionId && isDeepStrictEqual(one, other),
          ),
        );
        expect(copies).toEqual([]);
        const isNextToGap = read.gapAfter !== undefined || read.gapBefore !== undefined;
        const isOther = changed.length > 0 || known.size !== read.connections.length;
        expect(isOther || isNextToGap).toBe(true);
        before = read;
      }
    }
  });
});

it("leaves what it has yielded as it was", () => {
  const kept: [PastRead, string][] = [];
  for (const read of pastReads(demo, NOW)) kept.push([read, JSON.stringify(read)]);
  for (const [read, text] of kept) expect(JSON.stringify(read)).toBe(text);
});

it.each([
  [1, 0],
  [1, 1],
  [2, 3],
  [4, 20],
])("of %i regions and %i connections ends with the present too", (regions, connections) => {
  const reads = [...pastReads({ regions, connections }, NOW)];
  const account = buildAccount({ regions, connections, seed: 7, now: NOW, secrets: {} });
  expect(byRegion(reads).map((those) => those.at(-1)?.connections)).toEqual(
    account.map((part) => part.connections),
  );
});

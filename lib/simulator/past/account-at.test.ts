import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { buildAccount } from "../account/account";
import { accountAt } from "./account-at";
import { demo, NOW, randomTimes, readsOf } from "./testing";
import { pastLength } from "./times";

describe.each([7, 1])("the account at a time, with seed %i", (seed) => {
  const options = { ...demo, seed };
  const reads = readsOf(seed);
  const gaps = reads.flatMap(({ regionId, gapBefore }) =>
    gapBefore ? [{ regionId, gap: gapBefore }] : [],
  );

  /** What one who had followed the reads would know, and what hides the rest. */
  function readBy(time: number, regionId: string) {
    const last = reads.findLast((read) => read.regionId === regionId && read.at <= time);
    const hidden = gaps.find(
      (one) => one.regionId === regionId && one.gap.from < time && time < one.gap.to,
    );
    return { connections: last?.connections, gap: hidden?.gap };
  }

  it("agrees with the reads at random times, and at the times of reads", () => {
    const times = [
      ...randomTimes(NOW - pastLength, NOW, 20),
      ...reads.filter((_, index) => index % 19 === 0).map(({ at }) => at),
    ];
    const unlike = times.flatMap((time) =>
      accountAt(options, NOW, time)
        .filter(({ regionId, connections, gap }) => {
          const read = readBy(time, regionId);
          if (read.gap || gap) return read.gap?.reason !== gap?.reason;
          return !isDeepStrictEqual(connections, read.connections);
        })
        .map(({ regionId }) => ({ time, regionId })),
    );
    expect(unlike).toEqual([]);
  });

  it("says within a gap what nobody could see", () => {
    const [first] = gaps;
    const middle = first ? (first.gap.from + first.gap.to) / 2 : NOW;
    const hidden = accountAt(options, NOW, middle).filter(({ gap }) => gap !== undefined);
    expect(hidden.map(({ regionId }) => regionId)).toContain(first?.regionId);
    expect(hidden.flatMap(({ connections }) => connections)).not.toEqual([]);
  });

  it("is the present now", () => {
    const account = buildAccount({ ...options, now: NOW, secrets: {} });
    expect(accountAt(options, NOW, NOW)).toEqual(
      account.map(({ region, connections }) => ({ regionId: region.id, connections })),
    );
  });
});

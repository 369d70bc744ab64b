import { describe, expect, it } from "vitest";
import { demo, readsOf } from "./testing";
import { hour } from "./times";

describe.each([7, 1, 2, 3])("the gaps with seed %i", (seed) => {
  const reads = readsOf(seed);
  const ends = reads.flatMap(({ regionId, gapBefore }) =>
    gapBefore ? [{ regionId, ...gapBefore }] : [],
  );

  it("are one of the server, in all regions at once, and one of a region that was refused", () => {
    const off = ends.filter(({ reason }) => reason === "server");
    expect(off).toHaveLength(demo.regions);
    expect(new Set(off.map(({ from, to }) => `${from} ${to}`)).size).toBe(1);
    expect(ends.filter(({ reason }) => reason === "refused")).toHaveLength(1);
  });

  it("last for hours", () => {
    for (const { from, to } of ends) {
      expect(to - from).toBeGreaterThanOrEqual(2 * hour);
      expect(to - from).toBeLessThanOrEqual(10 * hour);
    }
  });

  it("stand between two reads of the region that follow each other", () => {
    for (const gap of ends) {
      const own = reads.filter(({ regionId }) => regionId === gap.regionId);
      const last = own.findIndex(({ at }) => at === gap.from);
      const { regionId: _regionId, ...expected } = gap;
      expect(own[last]?.gapAfter).toEqual(expected);
      expect(own[last + 1]?.at).toBe(gap.to);
      expect(own[last + 1]?.gapBefore).toEqual(expected);
    }
    expect(reads.filter(({ gapAfter }) => gapAfter)).toHaveLength(ends.length);
  });
});

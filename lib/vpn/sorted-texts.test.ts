import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sortedTexts } from "@/lib/vpn/sorted-texts";

it("sorts texts as one sort does, in portions", () => {
  const text = fc.string({ maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 50 }),
      fc.integer({ min: 0, max: 3_500 }),
      (some, n) => {
        const many = Array.from({ length: n }, (_, index) => `${(index * 7919) % 3_571}`);
        const work = sortedTexts([...many, ...some]);
        let step = work.next();
        let yields = 0;
        for (; step.done !== true; step = work.next()) yields += 1;
        expect(step.value).toEqual([...many, ...some].toSorted());
        expect(yields).toBeGreaterThanOrEqual(Math.floor(n / 500));
      },
    ),
    { numRuns: 30 },
  );
});

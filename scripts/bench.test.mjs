import { describe, expect, it } from "vitest";
import { median, ratios, shown, spread } from "@/scripts/bench/numbers";
import { atLeast, atMost, figureTable, toMarkdown } from "@/scripts/bench/report";

describe("the figures of the benchmarks", () => {
  it("are medians, with the smallest and the largest", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(spread([3, 1, 2])).toBe("1–3");
    expect(spread([3])).toBe("–");
    expect(ratios([8, 9], [10, 10])).toEqual([0.8, 0.9]);
  });

  it("are as exact as they are worth", () => {
    expect([1234.5, 56.78, 3.456, 0, Number.NaN].map(shown)).toEqual([
      "1,235",
      "56.8",
      "3.46",
      "0",
      "–",
    ]);
  });

  it("say so when a budget is missed", () => {
    expect(atMost([20, 19, 90], 20, "20 ms")).toEqual({ text: "≤ 20 ms", isMet: true });
    expect(atMost([], 20, "20 ms").isMet).toBe(false);
    expect(atLeast([0.79], 0.8, "0.8").isMet).toBe(false);
    const samples = [30, 31, 32];
    const figure = { what: "search", unit: "ms", samples, budget: atMost(samples, 20, "20 ms") };
    const text = toMarkdown({ title: "T", notes: ["N"], tables: [figureTable([figure])] });
    expect(text).toContain("| search | 31 ms | 30–32 | 3 | ≤ 20 ms | **no** |");
  });
});

import { describe, expect, it } from "vitest";
import { pageCountOf, pageLinks } from "@/lib/vpn/paging";

describe("the number of pages", () => {
  it.each([
    [0, 10, 1],
    [1, 10, 1],
    [10, 10, 1],
    [11, 10, 2],
    [50, 50, 1],
    [51, 50, 2],
    [1_000_001, 10, 100_001],
  ])("of %i connections by %i is %i", (totalCount, pageSize, pages) => {
    expect(pageCountOf(totalCount, pageSize)).toBe(pages);
  });
});

function drawn(current: number, pageCount: number): string {
  return pageLinks(current, pageCount)
    .map((link) => (link.kind === "page" ? link.pageNumber : "…"))
    .join(" ");
}

describe("the links to pages", () => {
  it.each([
    [1, 1, "1"],
    [1, 2, "1 2"],
    [2, 2, "1 2"],
    [2, 3, "1 2 3"],
    [1, 4, "1 2 3 4"],
    [1, 5, "1 2 … 5"],
    [3, 5, "1 2 3 4 5"],
    [4, 7, "1 2 3 4 5 6 7"],
    [5, 10, "1 … 4 5 6 … 10"],
    [4, 10, "1 2 3 4 5 … 10"],
    [7, 10, "1 … 6 7 8 9 10"],
    [10, 10, "1 … 9 10"],
  ])("on page %i of %i are %s", (current, pageCount, links) => {
    expect(drawn(current, pageCount)).toBe(links);
  });

  it.each([
    [9, 3, "1 2 3"],
    [4, 3, "1 2 3"],
    [2, 1, "1"],
    [100_000, 2, "1 2"],
  ])("on page %i, past the end of %i, are %s", (current, pageCount, links) => {
    expect(drawn(current, pageCount)).toBe(links);
  });

  it("run from first to last, with a gap exactly where two pages or more are hidden", () => {
    for (let pageCount = 1; pageCount <= 12; pageCount += 1) {
      for (let current = 1; current <= pageCount; current += 1) {
        const links = pageLinks(current, pageCount);
        const numbers = links.flatMap((link) => (link.kind === "page" ? [link.pageNumber] : []));
        const steps = numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
        const gaps = links.flatMap((link) => (link.kind === "gap" ? [link.after] : []));
        const wide = numbers.filter((_, index) => (steps[index + 1] ?? 1) > 1);
        expect([numbers[0], numbers.at(-1)]).toEqual([1, pageCount]);
        expect(numbers).toContain(current);
        expect(steps.every((step) => step === 1 || step > 2)).toBe(true);
        expect(gaps).toEqual(wide);
      }
    }
  });
});

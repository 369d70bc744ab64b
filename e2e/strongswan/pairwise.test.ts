import { expect, it } from "vitest";
import { pairwise } from "@/e2e/strongswan/pairwise";

const FACTORS = [
  ["a1", "a2", "a3"],
  ["b1", "b2"],
  ["c1", "c2", "c3", "c4"],
  ["d1", "d2"],
];

const isPossible = (chosen: string[]) => !(chosen.includes("a1") && chosen.includes("b2"));

it("every two options that can stand together do", () => {
  const rows = pairwise(FACTORS, isPossible);
  for (const one of FACTORS.flat()) {
    for (const other of FACTORS.flat().filter((option) => option[0] !== one[0])) {
      const isThere = rows.some((row) => row.includes(one) && row.includes(other));
      expect([one, other, isThere]).toEqual([one, other, isPossible([one, other])]);
    }
  }
  // The two largest factors alone need twelve; all combinations are 40.
  expect(rows.length).toBeLessThan(20);
});

it("each row has one option of each factor, in their order", () => {
  for (const row of pairwise(FACTORS, isPossible)) {
    expect(row.map((option) => option[0]).join("")).toBe("abcd");
  }
});

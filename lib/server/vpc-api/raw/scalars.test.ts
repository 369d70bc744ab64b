import { describe, expect, it } from "vitest";
import { z } from "zod";
import { flag, listOf, number, objectOf, secret, text } from "@/lib/server/vpc-api/raw/scalars";

/** Nothing at all, as the wire spells it. */
const NOTHING = [undefined, null, ""];
const ODD: unknown[] = [{}, [], { toString: 1 }, [["x"]]];

describe("text", () => {
  it.each(NOTHING)("%j is none", (value) => expect(text.parse(value)).toBeNull());
  it.each([
    ["a", "a"],
    [" ", " "],
    ["地域", "地域"],
    ["a\ud800b", "a\ufffdb"],
    [0, "0"],
    [64_512, "64512"],
    [false, "false"],
    [true, "true"],
  ])("%j reads as %j", (value, read) => expect(text.parse(value)).toBe(read));
  it.each(ODD)("%j fails", (value) => expect(text.safeParse(value).success).toBe(false));
});

describe("a number", () => {
  it.each(NOTHING)("%j is none", (value) => expect(number.parse(value)).toBeNull());
  it.each([
    [86_400, 86_400],
    ["86400", 86_400],
    [" 86400 ", 86_400],
    [0, 0],
    ["0", 0],
    [-1, -1],
    [1_600_000_000_000, 1_600_000_000_000],
    ["1600000000000", 1_600_000_000_000],
    [1.5, 1.5],
  ])("%j reads as %j", (value, read) => expect(number.parse(value)).toBe(read));
  it.each([...ODD, "a day", " ", "1,000", true, Number.NaN, Infinity, "Infinity"])(
    "%j fails",
    (value) => expect(number.safeParse(value).success).toBe(false),
  );
});

describe("a flag", () => {
  it.each(NOTHING)("%j is none", (value) => expect(flag.parse(value)).toBeNull());
  it.each([true, "true", "True", "TRUE", 1, "1"])("%j is on", (value) => {
    expect(flag.parse(value)).toBe(true);
  });
  it.each([false, "false", "False", 0, "0"])("%j is off", (value) => {
    expect(flag.parse(value)).toBe(false);
  });
  it.each([...ODD, "yes", "enable", 2, -1, [true], ["false"]])("%j fails", (value) => {
    expect(flag.safeParse(value).success).toBe(false);
  });
});

describe("a secret", () => {
  it.each(NOTHING)("%j is not there", (value) => {
    expect(secret.parse(value)).toEqual({ configured: false });
  });
  it.each(["hunter2", 123_456, ["hunter2"], { text: "hunter2" }, false, " "])(
    "%j is there, and nothing more is known of it",
    (value) => expect(secret.parse(value)).toEqual({ configured: true }),
  );
});

describe("an object", () => {
  const schema = objectOf({ A: text, N: number });
  it.each(NOTHING)("%j is absent", (value) => expect(schema.parse(value)).toBeUndefined());
  it.each([
    [{}, { A: null, N: null }],
    [
      { A: "x", N: "5" },
      { A: "x", N: 5 },
    ],
    ['{"A":"x","N":5}', { A: "x", N: 5 }],
    [
      { A: "x", New: "hunter2" },
      { A: "x", N: null },
    ],
  ])("%j reads as %j", (value, read) => expect(schema.parse(value)).toEqual(read));
  it.each(["{", "words", '"words"', "7", "[]", 7, true, []])("%j fails", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe("a list", () => {
  const schema = listOf("Item", z.object({ Key: text }));
  const one = [{ Key: "a" }];
  it.each([...NOTHING, {}, [], { Item: [] }, { Item: "" }, { Item: null }, { Other: 1 }])(
    "%j is empty",
    (value) => expect(schema.parse(value)).toEqual([]),
  );
  it.each([{ Item: one }, { Item: { Key: "a" } }, one])("%j has one item", (value) => {
    expect(schema.parse(value)).toEqual(one);
  });
  it.each([{ Item: [null] }, { Item: "a" }, ["a"], "a", 7])("%j fails", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

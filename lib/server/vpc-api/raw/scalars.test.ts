import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  flag,
  id,
  joinedTexts,
  listOf,
  number,
  objectOf,
  secret,
  text,
  textList,
  time,
} from "@/lib/server/vpc-api/raw/scalars";

/** Nothing at all, as the wire spells it. */
const NOTHING = [undefined, null, ""];
const NONE = { value: null, odd: null };
const ODD: unknown[] = [{}, [], { toString: 1 }, [["x"]]];

describe("text", () => {
  it.each([...NOTHING, ...ODD])("%j is none", (value) => expect(text.parse(value)).toBeNull());
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
});

describe("an id", () => {
  it.each([...NOTHING, ...ODD])("is not %j", (value) => {
    expect(id.safeParse(value).success).toBe(false);
  });
  it("may be a number", () => expect(id.parse(7)).toBe("7"));
});

describe("texts joined by commas", () => {
  it.each([
    ["10.0.0.0/8,10.1.0.0/16", "10.0.0.0/8,10.1.0.0/16"],
    [["10.0.0.0/8", null, {}, "10.1.0.0/16"], "10.0.0.0/8,10.1.0.0/16"],
    [[], ""],
    [{}, null],
    [null, null],
  ])("of %j are %j", (value, read) => expect(joinedTexts.parse(value)).toBe(read));
});

describe("a number", () => {
  it.each(NOTHING)("%j is none", (value) => expect(number.parse(value)).toEqual(NONE));
  it.each([
    [86_400, 86_400],
    ["86400", 86_400],
    [" 86400 ", 86_400],
    [0, 0],
    ["0", 0],
    [-1, -1],
    [1.5, 1.5],
  ])("%j reads as %j", (value, read) => {
    expect(number.parse(value)).toEqual({ value: read, odd: null });
  });
  it.each(["24h", "a day", "Infinity", "0x1z"])("%j means nothing and is kept as sent", (value) => {
    expect(number.parse(value)).toEqual({ value: null, odd: value });
  });
  it("means nothing as a flag, which is kept too", () => {
    expect(number.parse(true)).toEqual({ value: null, odd: "true" });
  });
  it.each([...ODD, " ", Number.NaN, "<b>1</b>", "x".repeat(33), "1,000"])(
    "%j means nothing, and is not shown",
    (value) => expect(number.parse(value)).toMatchObject({ value: null }),
  );
  it.each(["<b>", "x".repeat(33), "密钥", "a\nb"])("%j is nothing to show", (value) => {
    expect(number.parse(value).odd).toBeNull();
  });
});

describe("a flag", () => {
  it.each(NOTHING)("%j is none", (value) => expect(flag.parse(value)).toEqual(NONE));
  it.each([true, "true", "True", 1, "1", "enable", "ENABLED", " Enabled "])("%j is on", (value) => {
    expect(flag.parse(value)).toEqual({ value: true, odd: null });
  });
  it.each([false, "false", "False", 0, "0", "disable", "Disabled"])("%j is off", (value) => {
    expect(flag.parse(value)).toEqual({ value: false, odd: null });
  });
  it.each(["yes", "2", "toString", "constructor"])("%j means nothing", (value) => {
    expect(flag.parse(value)).toEqual({ value: null, odd: value });
  });
  it.each([...ODD, [true], ["false"]])("%j means nothing, and is not shown", (value) => {
    expect(flag.parse(value)).toEqual(NONE);
  });
});

describe("a time", () => {
  const AT = 1_492_753_817_000;
  it.each([
    AT,
    String(AT),
    AT / 1000,
    "1492753817",
    "2017-04-21T05:50:17Z",
    "2017-04-21T05:50:17",
    "2017-04-21T13:50:17+08:00",
    "2017-04-21T13:50:17+0800",
    " 2017-04-21T05:50:17.000Z ",
  ])("%j is one moment", (value) => {
    expect(time.parse(value)).toEqual({ value: AT, odd: null });
  });
  it.each([
    ["2017-04-21T05:50Z", Date.UTC(2017, 3, 21, 5, 50)],
    ["2017-04-21", Date.UTC(2017, 3, 21)],
    [0, 0],
  ])("%j is %j", (value, read) => expect(time.parse(value)).toEqual({ value: read, odd: null }));
  it.each(["yesterday", "2017-13-45", "2017-04-21T25:00:00Z", "-5"])(
    "%j means nothing",
    (value) => {
      expect(time.parse(value)).toEqual({ value: null, odd: value });
    },
  );
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
  const schema = objectOf({ A: text });
  it.each([...NOTHING, "{", "words", '"words"', "7", "[]", 7, true, [], [{ A: "x" }]])(
    "%j is absent",
    (value) => expect(schema.parse(value)).toBeUndefined(),
  );
  it.each([
    [{}, { A: null }],
    [{ A: "x" }, { A: "x" }],
    ['{"A":"x"}', { A: "x" }],
    [{ A: "x", New: "hunter2" }, { A: "x" }],
    [{ A: {} }, { A: null }],
  ])("%j reads as %j", (value, read) => expect(schema.parse(value)).toEqual(read));
});

describe("a list", () => {
  const schema = listOf("Item", z.object({ Key: text }));
  const one = [{ Key: "a" }];
  it.each([...NOTHING, {}, [], { Item: [] }, { Item: "" }, { Item: null }, { Other: 1 }, "a", 7])(
    "%j is empty",
    (value) => expect(schema.parse(value)).toEqual([]),
  );
  it.each([
    { Item: one },
    { Item: { Key: "a" } },
    one,
    { Item: [null, ...one, "a", 7, []] },
    ["a", ...one],
  ])("%j has one item", (value) => expect(schema.parse(value)).toEqual(one));
});

describe("a list of texts", () => {
  it.each([
    [{ Id: ["a", "b"] }, ["a", "b"]],
    [{ Id: "a" }, ["a"]],
    [{ Id: [7, "", null, {}, "b"] }, ["7", "b"]],
    [["a"], ["a"]],
    [{}, []],
    ["", []],
  ])("of %j is %j", (value, texts) => expect(textList("Id").parse(value)).toEqual(texts));
});

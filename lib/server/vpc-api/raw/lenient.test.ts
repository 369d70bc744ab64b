import { describe, expect, it } from "vitest";
import {
  flagOrNull,
  numberOrNull,
  tagList,
  tagsOrNotes,
  textList,
  textOrNull,
} from "@/lib/server/vpc-api/raw/lenient";

describe("a field that makes no sense", () => {
  it.each([
    ["text", textOrNull, {}],
    ["text", textOrNull, ["x"]],
    ["number", numberOrNull, "many"],
    ["number", numberOrNull, {}],
    ["flag", flagOrNull, "perhaps"],
    ["flag", flagOrNull, 7],
  ])("as a %s counts as absent (%#)", (_kind, schema, value) => {
    expect(schema.parse(value)).toBeNull();
  });

  it("does not take away what does make sense", () => {
    expect(textOrNull.parse(5)).toBe("5");
    expect(numberOrNull.parse("5")).toBe(5);
    expect(flagOrNull.parse("true")).toBe(true);
  });
});

describe("a list of texts", () => {
  it.each([
    [{ Id: ["a", "b"] }, ["a", "b"]],
    [{ Id: "a" }, ["a"]],
    [{ Id: [7, "", null, {}, "b"] }, ["7", "b"]],
    [["a"], ["a"]],
    [{}, []],
    [[], []],
    [null, []],
    [undefined, []],
    ["", []],
  ])("of %j is %j", (value, texts) => {
    expect(textList("Id").parse(value)).toEqual(texts);
  });
});

const env = { Key: "env", Value: "prod" };

describe("tags", () => {
  it.each([
    [{ Tag: [env, { Key: "blank" }] }, [env, { Key: "blank", Value: null }]],
    [[env], [env]],
    [{ Tag: env }, [env]],
    [{ Tag: [null, "x", {}, { Value: "no key" }, { Key: {} }, env] }, [env]],
    [{ Tag: [{ Key: "odd", Value: [] }] }, [{ Key: "odd", Value: null }]],
    [{ Tag: {} }, []],
    [{}, []],
    [undefined, []],
    ["", []],
    ["words", []],
    [7, []],
  ])("of %j are %j", (value, tags) => {
    expect(tagList.parse(value)).toEqual(tags);
  });
});

describe("what stands under Tag of a VPN gateway", () => {
  const version = ["VpnVersion", "v1.2.4"];

  it.each([
    ['{"VpnVersion":"v1.2.4"}', [version]],
    [{ VpnVersion: "v1.2.4" }, [version]],
    [
      '{"a":true,"b":5,"c":null,"d":""}',
      [
        ["a", "true"],
        ["b", "5"],
        ["c", null],
        ["d", null],
      ],
    ],
    ['{"odd":{"deep":1},"list":[1],"VpnVersion":"v1.2.4"}', [version]],
    ['{"cut', []],
    ["words", []],
    ["", []],
    ["null", []],
    ["7", []],
    ['["a"]', []],
    ["{}", []],
    [{}, []],
    [undefined, []],
    [7, []],
  ])("as %j has the notes %j and no tags", (value, expected) => {
    const { tags, notes } = tagsOrNotes.parse(value);
    expect(notes.map(({ Key, Value }) => [Key, Value])).toEqual(expected);
    expect(tags).toEqual([]);
  });

  it.each([{ Tag: [env] }, [env], JSON.stringify({ Tag: [env] })])("as %j has tags", (value) => {
    expect(tagsOrNotes.parse(value)).toEqual({ tags: [env], notes: [] });
  });

  it("has no half of a surrogate pair", () => {
    expect(tagsOrNotes.parse(String.raw`{"a\ud800":"b\ud800"}`).notes).toEqual([
      { Key: "a\uFFFD", Value: "b\uFFFD" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { tagList, tagsOrNotes } from "@/lib/server/vpc-api/raw/tags";

const env = { Key: "env", Value: "prod" };

describe("tags", () => {
  it.each([
    [{ Tag: [env, { Key: "blank" }] }, [env, { Key: "blank", Value: null }]],
    [[env], [env]],
    [{ Tag: env }, [env]],
    [{ Tag: [{ TagKey: "env", TagValue: "prod" }] }, [env]],
    [[{ TagKey: "env", TagValue: "prod" }], [env]],
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

import { describe, expect, it } from "vitest";
import { digestOf, parseBody } from "@/lib/server/vpc-api/wire-body";

const digest = (text: string) => digestOf(Buffer.from(text)).digest;

describe("the digest of a body", () => {
  it.each([
    ['{"RequestId":"R-1","a":1}', '{"RequestId":"R-22","a":1}'],
    ['{"a":1,"RequestId" : "R-1"}', '{"a":1,"RequestId" : "R-2"}'],
    ['{"RequestId":"","a":1}', '{"RequestId":"R-2","a":1}'],
  ])("is the same for bodies that differ in the RequestId alone: %s", (one, other) => {
    expect(digest(one)).toBe(digest(other));
  });

  it.each([
    ['{"RequestId":"R-1","a":1}', '{"RequestId":"R-1","a":2}'],
    ['{"RequestId":"R-1","a":"x"}', '{"RequestId":"R-1","a":"xy"}'],
    ['{"RequestId":null,"a":"R-1"}', '{"RequestId":null,"a":"R-2"}'],
    ['{"RequestId":null,"a":1}', '{"RequestId":null,"b":1}'],
    ['{"RequestId":"R-1', '{"RequestId":"R-2'],
    ["", "{}"],
  ])("tells bodies apart that differ elsewhere: %s", (one, other) => {
    expect(digest(one)).not.toBe(digest(other));
  });

  it.each([
    ['{"RequestId":"R-1"}', "R-1"],
    ['{"RequestId":7}', null],
    ["{}", null],
  ])("comes with the RequestId of %s", (text, requestId) => {
    expect(digestOf(Buffer.from(text)).requestId).toBe(requestId);
  });
});

describe("a body", () => {
  it.each([
    ['{"a":[1]}', { a: [1] }],
    ["<Error><Code>Forbidden.RAM</Code></Error>", { Code: "Forbidden.RAM", notJson: true }],
    ["<html>", { notJson: true }],
    ["", { notJson: true }],
  ])("%j is read as plain values", (text, values) => {
    expect(parseBody(Buffer.from(text))).toEqual(values);
  });
});

import { describe, expect, it } from "vitest";
import { parseFault } from "./fault-input";

describe("parseFault", () => {
  it.each([
    { kind: "latency", ms: 20, times: 3 },
    { kind: "error", code: "Forbidden.RAM", status: 403, headers: { "x-a": "b" } },
    { kind: "throttle", code: "Throttling.User", retryAfterMs: 1500, regionId: "cn-shanghai" },
    { kind: "body", body: "", contentType: "text/html", status: 502 },
    { kind: "status", status: 500, action: "DescribeRegions" },
    { kind: "reset" },
    { kind: "half-body" },
    { kind: "hang" },
    { kind: "xml" },
    { kind: "wrong-types" },
  ])("takes $kind", (fault) => {
    expect(parseFault(fault)).toEqual(fault);
  });

  it.each([
    [null, "JSON object"],
    [[], "JSON object"],
    [{}, '"kind" must be'],
    [{ kind: "constructor" }, '"kind" must be'],
    [{ kind: "latency" }, 'needs "ms"'],
    [{ kind: "latency", ms: "20" }, '"ms" must be a whole number'],
    [{ kind: "latency", ms: -1 }, '"ms" must be a whole number'],
    [{ kind: "error" }, 'needs "code"'],
    [{ kind: "error", code: 1 }, '"code" must be a string'],
    [{ kind: "error", code: "X", headers: { a: "b\r\nc: d" } }, '"headers" must be'],
    [{ kind: "throttle", code: "Forbidden" }, '"code" must be Throttling'],
    [{ kind: "body" }, 'needs "body"'],
    [{ kind: "status", status: 99 }, '"status" must be a whole number'],
    [{ kind: "reset", times: 0 }, '"times" must be a whole number'],
    [{ kind: "reset", region: "cn-hangzhou" }, 'has no "region"'],
  ])("refuses %j", (input, message) => {
    expect(() => parseFault(input)).toThrow(message);
  });
});

import { describe, expect, it } from "vitest";
import { parseFault } from "./fault-input";

describe("parseFault", () => {
  it.each([
    { kind: "latency", ms: 20, times: 3 },
    { kind: "error", code: "Forbidden.RAM", status: 403, headers: { "x-a": "b" } },
    { kind: "throttle", code: "Throttling.User", retryAfterMs: 1500, regionId: "cn-shanghai" },
    { kind: "body", body: "", contentType: "text/html", status: 502 },
    { kind: "status", status: 500, action: "DescribeRegions" },
    { kind: "reset", after: 3, times: 1 },
    { kind: "drip", ms: 100, bytes: 8 },
    { kind: "big-body", bytes: 50_000_000 },
    { kind: "big-body", bytes: 1, contentLength: true },
    { kind: "total", value: -1.5 },
    { kind: "total", value: null },
    { kind: "clock-skew", ms: -3_600_000 },
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
    [{ kind: "reset", after: -1 }, '"after" must be a whole number'],
    [{ kind: "drip", ms: 5 }, 'needs "bytes"'],
    [{ kind: "drip", bytes: 5 }, 'needs "ms"'],
    [{ kind: "drip", ms: 5, bytes: 0 }, '"bytes" must be a whole number'],
    [{ kind: "big-body" }, 'needs "bytes"'],
    [{ kind: "big-body", bytes: 5, contentLength: "yes" }, '"contentLength" must be true or false'],
    [{ kind: "total" }, 'needs "value"'],
    [{ kind: "total", value: "7" }, '"value" must be a number or null'],
    [{ kind: "total", value: Infinity }, '"value" must be a number or null'],
    [{ kind: "clock-skew" }, 'needs "ms"'],
    [{ kind: "clock-skew", ms: 0.5 }, '"ms" must be a whole number'],
    [{ kind: "reset", region: "cn-hangzhou" }, 'has no "region"'],
  ])("refuses %j", (input, message) => {
    expect(() => parseFault(input)).toThrow(message);
  });
});

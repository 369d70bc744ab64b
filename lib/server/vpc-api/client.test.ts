import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "@/lib/simulator/faults";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { send } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { parseBody } from "@/lib/server/vpc-api/wire-body";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 3 });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const ask = async (parameters = {}, timeoutMs = 10_000) => {
  const question = { RegionId: "cn-hangzhou", ...parameters };
  const { body, ...head } = await send(
    simulator.url,
    "DescribeVpnConnections",
    question,
    timeoutMs,
  );
  return { ...head, body: parseBody(body) };
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("one attempt", () => {
  it("is a signed POST of the documented parameters, and gives plain values", async () => {
    const { status, body } = await ask({ PageSize: 2, Tag: [{ Key: "a", Value: "b" }] });
    expect(status).toBe(200);
    expect(body).toStrictEqual(structuredClone(body));
    expect(simulator.requests).toHaveLength(1);
    expect(simulator.requests[0]).toMatchObject({
      method: "POST",
      action: "DescribeVpnConnections",
      verified: true,
      parameters: {
        Version: "2016-04-28",
        Format: "JSON",
        PageSize: "2",
        "Tag.1.Key": "a",
        "Tag.1.Value": "b",
      },
    });
  });

  it.each<[Fault, object]>([
    [
      { kind: "body", body: '{"big":12345678901234567890}' },
      { status: 200, body: { big: Number("12345678901234567890") } },
    ],
    [
      { kind: "body", body: "null" },
      { status: 200, body: null },
    ],
    [
      { kind: "body", body: "[]" },
      { status: 200, body: [] },
    ],
    [
      { kind: "body", body: '"text"' },
      { status: 200, body: "text" },
    ],
    [
      { kind: "body", body: "" },
      { status: 200, body: { notJson: true } },
    ],
    [
      { kind: "body", body: "<html>", status: 502 },
      { status: 502, body: { notJson: true } },
    ],
    [
      { kind: "body", body: '{"a":', status: 200 },
      { status: 200, body: { notJson: true } },
    ],
    [
      { kind: "body", body: '{"__proto__":{"a":1},"b":2}' },
      { status: 200, body: { b: 2 } },
    ],
    [
      { kind: "body", body: "{}", status: 503 },
      { status: 503, body: {} },
    ],
    [
      {
        kind: "body",
        status: 403,
        body: "<Error><RequestId>R-1</RequestId><Code>Forbidden.RAM</Code></Error>",
      },
      { status: 403, body: { Code: "Forbidden.RAM", RequestId: "R-1", notJson: true } },
    ],
    [
      { kind: "error", code: "Odd.Code", status: 418, message: "words" },
      { status: 418, body: { Code: "Odd.Code", Message: "words" } },
    ],
  ])("tells what came back: %j", async (fault, reply) => {
    simulator.faults.add(fault);
    expect(await ask()).toMatchObject(reply);
  });

  it.each([
    ["hang", { code: "timeout", retryable: true }],
    ["reset", { code: "unreachable", transport: "ECONNRESET", retryable: true }],
    ["half-body", { code: "unreachable", transport: "ECONNRESET", retryable: true }],
  ] as const)("that ends in a %s is a VpcApiError", async (kind, expected) => {
    simulator.faults.add({ kind });
    const error = await failureOf(ask({}, kind === "hang" ? 60 : 10_000));
    expect(error).toBeInstanceOf(VpcApiError);
    expect(error).toMatchObject(expected);
  });

  it("that finds nobody listening is unreachable, and may be tried again", async () => {
    const gone = await startSimulator({ regions: 1, connections: 0 });
    await gone.close();
    expect(await failureOf(send(gone.url, "DescribeRegions", {}, 10_000))).toMatchObject({
      code: "unreachable",
      transport: "ECONNREFUSED",
      retryable: true,
    });
  });

  it("without credentials is not sent", async () => {
    connectTo({ ...simulator, accessKeyId: "", accessKeySecret: "" });
    expect(await failureOf(ask())).toMatchObject({ code: "not_configured", retryable: false });
    expect(simulator.requests).toEqual([]);
  });

  it("carries a security token where there is one", async () => {
    const getCredentials = async () => ({
      accessKeyId: simulator.accessKeyId,
      accessKeySecret: simulator.accessKeySecret,
      securityToken: "token-1",
    });
    globalThis.__tunnelboard = {
      credentials: { getCredentials, forget: () => undefined, known: () => [] },
    };
    await ask();
    expect(simulator.requests[0]?.parameters.SecurityToken).toBe("token-1");
  });
});

describe("what the library throws", () => {
  const url = "https://vpc.example.org";
  const throwing = (reason: unknown) => {
    const client = { request: () => Promise.reject(reason) };
    globalThis.__tunnelboard = { clients: new Map([[url, client]]) };
    return failureOf(send(url, "DescribeRegions", {}, 1000));
  };
  const coded = (code: string) => Object.assign(new Error(`${url}/?Signature=hunter2`), { code });

  it.each<[reason: unknown, transport: string | null, retryable: boolean]>([
    [coded("ENOTFOUND"), "ENOTFOUND", false],
    [coded("CERT_HAS_EXPIRED"), "CERT_HAS_EXPIRED", false],
    [coded("EAI_AGAIN"), "EAI_AGAIN", true],
    [coded("ECONNREFUSED"), "ECONNREFUSED", true],
    [coded("EPIPE"), "EPIPE", true],
    [coded("ENETUNREACH"), "ENETUNREACH", true],
    [coded("hunter2"), null, true],
    [new Error("hunter2"), null, true],
    [new TypeError("hunter2"), null, true],
    ["hunter2", null, true],
    [null, null, true],
  ])("%# is told by its code alone", async (reason, transport, retryable) => {
    const error = await throwing(reason);
    expect(error).toMatchObject({ code: "unreachable", transport, retryable });
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });

  it.each(["RequestTimeoutError", "RequestTimeout"])("as %s is a time-out", async (name) => {
    const error = await throwing(Object.assign(new Error(`${url}/?hunter2`), { name }));
    expect(error).toMatchObject({ code: "timeout", retryable: true });
  });
});

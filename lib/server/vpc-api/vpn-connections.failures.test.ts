import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault } from "@/lib/simulator/faults";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { UpstreamProblemCode } from "@/lib/vpn/problem";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { connectTo } from "@/lib/server/testing/account";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));
vi.mock("@/lib/server/vpc-api/quota/call-quota", () => import("@/lib/server/testing/swift-quota"));

/** Stands in every body and message of this file, and must stand nowhere else. */
const TEXT = "hunter2-body-text";
/** How many requests a failure makes that is tried again. */
const ALL = 4;

let simulator: Simulator;
let lines: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 5, secrets: { psk: TEXT } });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.length = 0;
  lines = connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = () =>
  describeVpnConnections("cn-hangzhou", listParametersOf(readPageParameters({ pageSize: "50" })));

const failure = (): Promise<unknown> =>
  ask().then(
    () => "no failure",
    (error: unknown) => error,
  );

/** Everything that somebody could come to see of a failure. */
function everythingOf(error: unknown): string {
  const own = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : "";
  return [
    own,
    JSON.stringify(error),
    inspect(error, { depth: 9, showHidden: true }),
    ...lines,
  ].join("\n");
}

const body = (text: string, status = 200, contentType?: string): Fault => ({
  kind: "body",
  body: text,
  status,
  contentType,
});
const error = (code: string, status?: number): Fault => ({
  kind: "error",
  code,
  status,
  message: TEXT,
});
const xmlError = (code: string) =>
  `<?xml version="1.0"?><Error><RequestId>R-1</RequestId><HostId>h</HostId>` +
  `<Code>${code}</Code><Message>${TEXT}</Message></Error>`;

type Row = [name: string, fault: Fault, code: UpstreamProblemCode, requests: number];

const ROWS: Row[] = [
  ["throttling", { kind: "throttle" }, "throttled", ALL],
  ["throttling of a user", { kind: "throttle", code: "Throttling.User" }, "throttled", ALL],
  ["throttling of an API", { kind: "throttle", code: "Throttling.Api" }, "throttled", ALL],
  ["a moment's throttling", { kind: "throttle", retryAfterMs: 1 }, "throttled", ALL],
  ["an hour's throttling", { kind: "throttle", retryAfterMs: 3_600_000 }, "throttled", 1],
  ["a reset", { kind: "reset" }, "unreachable", ALL],
  ["half a body", { kind: "half-body" }, "unreachable", ALL],
  ["the answer as XML", { kind: "xml" }, "bad_answer", 1],
  ["a good body under 500", { kind: "status", status: 500 }, "upstream_failed", ALL],
  ["a good body under 503", { kind: "status", status: 503 }, "upstream_failed", ALL],
  ["a good body under 429", { kind: "status", status: 429 }, "throttled", ALL],
  ["a good body under 401", { kind: "status", status: 401 }, "bad_credentials", 1],
  ["a good body under 404", { kind: "status", status: 404 }, "upstream_refused", 1],
  ["Forbidden", error("Forbidden"), "access_denied", 1],
  ["Forbidden.RAM", error("Forbidden.RAM"), "access_denied", 1],
  ["Forbbiden.SubUser", error("Forbbiden.SubUser"), "access_denied", 1],
  ["an unknown AccessKey", error("InvalidAccessKeyId.NotFound"), "bad_credentials", 1],
  ["a wrong signature", error("SignatureDoesNotMatch"), "bad_credentials", 1],
  ["an expired token", error("InvalidSecurityToken.Expired"), "bad_credentials", ALL],
  ["a clock that is off", error("InvalidTimeStamp.Expired"), "clock_skew", 1],
  ["another endpoint", error("InvalidOperation.NotSupportedEndpoint"), "wrong_endpoint", 1],
  ["an unknown region", error("InvalidRegionId.NotFound"), "not_found", 1],
  ["a used nonce", error("SignatureNonceUsed"), "upstream_refused", 1],
  ["a code of tomorrow", error("SomethingNew", 400), "upstream_refused", 1],
  ["ServiceUnavailable", error("ServiceUnavailable"), "upstream_failed", ALL],
  ["InternalError", error("InternalError"), "upstream_failed", ALL],
  ["null", body("null"), "bad_answer", 1],
  ["null under 502", body("null", 502), "upstream_failed", ALL],
  ["an array", body("[]"), "bad_answer", 1],
  ["a text", body(`"${TEXT}"`), "bad_answer", 1],
  ["an empty object", body("{}"), "bad_answer", 1],
  ["nothing", body(""), "bad_answer", 1],
  ["a total without a list", body('{"TotalCount":3}'), "bad_answer", 1],
  ["HTML", body(`<html>${TEXT}`, 200, "text/html"), "bad_answer", 1],
  ["HTML under 502", body(`<html>${TEXT}`, 502, "text/html"), "upstream_failed", ALL],
  ["HTML under 403", body(`<html>${TEXT}`, 403, "text/html"), "access_denied", 1],
  ["an error as XML", body(xmlError("Forbidden.RAM"), 403, "text/xml"), "access_denied", 1],
  ["throttling as XML", body(xmlError("Throttling"), 400, "text/xml"), "throttled", ALL],
  ["a cut JSON", body(`{"VpnConnections":{"x":"${TEXT}`), "bad_answer", 1],
  ["500 without a Code", body(`{"Message":"${TEXT}"}`, 500), "upstream_failed", ALL],
  ["503 and {}", body("{}", 503), "upstream_failed", ALL],
  ["a lower-case code", body(`{"code":"Throttling","x":"${TEXT}"}`), "bad_answer", 1],
  ["a lower-case code under 400", body('{"code":"Throttling"}', 400), "upstream_refused", 1],
  ["a Code under 200", body(`{"Code":"Forbidden","Message":"${TEXT}"}`), "access_denied", 1],
  ["a Code that is a number", body(`{"Code":403,"Message":"${TEXT}"}`, 403), "access_denied", 1],
  ["a Code that is a story", body(`{"Code":"${TEXT} !"}`, 400), "upstream_refused", 1],
];

describe("an answer of the API", () => {
  it.each(ROWS)("that is %s (%#)", async (_name, fault, code, requests) => {
    simulator.faults.add(fault);
    const thrown = await failure();
    expect(thrown).toBeInstanceOf(VpcApiError);
    expect(thrown).toMatchObject({ code });
    expect(simulator.requests).toHaveLength(requests);
    const seen = everythingOf(thrown);
    expect(seen).not.toContain(TEXT);
    expect(seen).not.toContain(simulator.accessKeyId);
    expect(seen).not.toContain(simulator.accessKeySecret);
    expect(lines).toHaveLength(requests);
  });

  it.each<Fault>([
    { kind: "throttle", times: 3 },
    { kind: "reset", times: 3 },
    { kind: "half-body", times: 1 },
    { kind: "status", status: 503, times: 2 },
    { kind: "body", body: "<html>", status: 502, times: 2 },
  ])("is good in the end after %j", async (fault) => {
    simulator.faults.add(fault);
    expect((await ask()).vpnConnections).toHaveLength(5);
    expect(simulator.requests).toHaveLength((fault.times ?? 0) + 1);
  });

  it("is asked for with a new nonce and a right signature each time", async () => {
    simulator.faults.add({ kind: "throttle" });
    await failure();
    const nonces = simulator.requests.map(({ parameters }) => parameters.SignatureNonce);
    expect(new Set(nonces).size).toBe(ALL);
    expect(simulator.requests.every(({ verified }) => verified)).toBe(true);
  });

  it("to a wrong secret echoes the AccessKey id, which goes no further", async () => {
    lines = connectTo({ ...simulator, accessKeySecret: "hunter2-wrong-secret" });
    const thrown = await failure();
    expect(thrown).toMatchObject({
      code: "bad_credentials",
      upstreamCode: "SignatureDoesNotMatch",
    });
    expect(simulator.requests).toHaveLength(1);
    expect(everythingOf(thrown)).not.toContain(simulator.accessKeyId);
    expect(everythingOf(thrown)).not.toContain("hunter2");
  });

  it("keeps Alibaba's code, request id and status, and names the action", async () => {
    simulator.faults.add(error("Forbidden.RAM"));
    expect(await failure()).toMatchObject({
      action: "DescribeVpnConnections",
      upstreamCode: "Forbidden.RAM",
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      httpStatus: 403,
    });
  });

  it("that is good leaves no secret in the log either", async () => {
    const { vpnConnections } = await ask();
    expect(vpnConnections).toHaveLength(5);
    expect(everythingOf(vpnConnections)).not.toContain(TEXT);
    expect(lines).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { connectTo } from "@/lib/server/testing/account";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { callVpcApi, type VpcApiAnswer } from "@/lib/server/vpc-api/call";
import { send } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type { WireResponse } from "@/lib/server/vpc-api/wire-response";

vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const sent = vi.mocked(send);

const OK_BODY = { RequestId: "R-1", Total: 3 };
const GOOD = wireResponse(OK_BODY);
const THROTTLED = wireResponse({ Code: "Throttling" }, { status: 400 });

const schema = z.object({ Total: z.number() });

const call = (regionId = "eu-central-1", previous?: VpcApiAnswer<typeof schema>) =>
  callVpcApi({
    action: "DescribeVpnConnections",
    regionId,
    parameters: { RegionId: regionId },
    schema,
    previous,
  });

/** Runs until it is done, however long the fake clock has to go for that. */
async function settled(work: Promise<unknown>): Promise<unknown> {
  const outcome = work.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

/** The same of what succeeds. */
async function soon<T>(work: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return work;
}

let startedAt = 0;
let lines: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  startedAt = Date.now();
  lines = connectTo({ url: "", accessKeyId: "LTAI-test", accessKeySecret: "hunter2" });
  sent.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

describe("a call", () => {
  it("goes to the region's endpoint and gives what the schema reads", async () => {
    sent.mockResolvedValue(GOOD);
    expect(await settled(call())).toMatchObject({ answer: { Total: 3 }, requestId: "R-1" });
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      "https://vpc.eu-central-1.aliyuncs.com",
      "DescribeVpnConnections",
      { RegionId: "eu-central-1" },
      10_000,
    );
  });

  it("is tried again up to three times, with a pause before each", async () => {
    const times: number[] = [];
    sent.mockImplementation(async () => {
      times.push(Date.now());
      return THROTTLED;
    });
    expect(await settled(call())).toMatchObject({ code: "throttled" });
    expect(times).toHaveLength(4);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(200);
    }
  });

  it("gives the first good answer", async () => {
    sent.mockResolvedValueOnce(THROTTLED).mockResolvedValueOnce(GOOD);
    expect(await settled(call())).toMatchObject({ answer: { Total: 3 }, requestId: "R-1" });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("waits as long as Alibaba asks for", async () => {
    sent.mockResolvedValueOnce({ ...THROTTLED, retryAfterMs: 7_000 }).mockResolvedValueOnce(GOOD);
    const outcome = call();
    await vi.advanceTimersByTimeAsync(6_900);
    expect(sent).toHaveBeenCalledOnce();
    expect(await settled(outcome)).toMatchObject({ answer: { Total: 3 }, requestId: "R-1" });
  });

  it("fails at once when Alibaba asks for more time than there is", async () => {
    sent.mockResolvedValue({ ...THROTTLED, retryAfterMs: 20_000 });
    const outcome = call().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toMatchObject({ code: "throttled", retryAfterMs: 20_000 });
    expect(sent).toHaveBeenCalledOnce();
    expect(Date.now()).toBe(startedAt);
  });

  it.each<[string, WireResponse | Error, object]>([
    ["a refusal", wireResponse({ Code: "Forbidden" }, { status: 403 }), { code: "access_denied" }],
    ["a success with a Code", wireResponse({ Code: "X", Total: 3 }), { upstreamCode: "X" }],
    ["a body of another shape", wireResponse({ Total: "x" }), { code: "bad_answer" }],
    ["no body", wireResponse(null), { code: "bad_answer" }],
    ["a redirect", { ...GOOD, status: 302 }, { code: "upstream_refused" }],
    ["credentials that are missing", new VpcApiError("not_configured"), { code: "not_configured" }],
    ["a fault of ours", new TypeError("hunter2"), { code: "internal" }],
  ])("after %s is not tried again", async (_case, outcome, expected) => {
    if (outcome instanceof Error) sent.mockRejectedValue(outcome);
    else sent.mockResolvedValue(outcome);
    const error = await settled(call());
    expect(error).toBeInstanceOf(VpcApiError);
    expect(error).toMatchObject(expected);
    expect(sent).toHaveBeenCalledOnce();
    expect(JSON.stringify(error) + lines.join("")).not.toContain("hunter2");
  });

  it.each([
    ["words and signs", "系统错误!"],
    ["a list", ["Forbidden"]],
  ])("takes a Code that is %s for a refusal, and does not show it", async (_name, Code) => {
    sent.mockResolvedValue(wireResponse({ ...OK_BODY, Code }));
    expect(await settled(call())).toMatchObject({ code: "upstream_refused", upstreamCode: null });
  });

  it.each(["200", "OK", "Success", "success"])("takes the Code %s for success", async (Code) => {
    sent.mockResolvedValue(wireResponse({ ...OK_BODY, Code }));
    expect(await settled(call())).toMatchObject({ answer: { Total: 3 }, requestId: "R-1" });
  });

  it("is not read again where its body is equal to the one before but for the RequestId", async () => {
    sent.mockResolvedValueOnce(GOOD);
    const first = await soon(call());
    const again = async (body: object) => {
      sent.mockResolvedValueOnce(wireResponse(body));
      return soon(call("eu-central-1", first));
    };
    const equal = await again({ ...OK_BODY, RequestId: "R-2" });
    expect(equal.answer).toBe(first.answer);
    expect(equal.requestId).toBe("R-2");
    expect(await again({ ...OK_BODY, Total: 4 })).toMatchObject({ answer: { Total: 4 } });
    expect(await again({ RequestId: "R-1", Total: 3, more: null })).not.toBe(first.answer);
  });

  it("that is refused with the body of a success before is refused", async () => {
    sent.mockResolvedValueOnce(GOOD);
    const first = await soon(call());
    sent.mockResolvedValueOnce({ ...GOOD, status: 403 });
    expect(await settled(call("eu-central-1", first))).toMatchObject({ code: "access_denied" });
  });

  it("ends at its deadline when nothing ever comes back, such as credentials", async () => {
    sent.mockImplementation(() => new Promise(() => undefined));
    const seen: unknown[] = [];
    const outcome = call().catch((error: unknown) => seen.push(error));
    await vi.advanceTimersByTimeAsync(19_900);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await outcome;
    expect(seen).toMatchObject([{ code: "timeout" }]);
    expect(sent).toHaveBeenCalledOnce();
  });

  it("never gives an attempt more time than 10 s, or than is left of 20 s", async () => {
    const ends: number[] = [];
    sent.mockImplementation(async (_endpoint, _action, _parameters, timeoutMs) => {
      expect(timeoutMs).toBeGreaterThan(0);
      expect(timeoutMs).toBeLessThanOrEqual(10_000);
      ends.push(Date.now() - startedAt + timeoutMs);
      await new Promise((resolve) => {
        setTimeout(resolve, timeoutMs);
      });
      throw new VpcApiError("timeout", { retryable: true });
    });
    expect(await settled(call())).toMatchObject({ code: "timeout" });
    expect(ends.length).toBeGreaterThan(1);
    expect(Math.max(...ends)).toBeLessThanOrEqual(20_000);
  });
});

describe("the log of a call", () => {
  it("has a line for each attempt", async () => {
    const refused = { Code: "Throttling.User", RequestId: "R-0" };
    sent.mockResolvedValueOnce(wireResponse(refused, { status: 400 })).mockResolvedValueOnce(GOOD);
    await settled(call());
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      {
        level: 40,
        action: "DescribeVpnConnections",
        regionId: "eu-central-1",
        attempt: 1,
        outcome: "throttled",
        upstreamCode: "Throttling.User",
        requestId: "R-0",
        httpStatus: 400,
      },
      { level: 30, attempt: 2, outcome: "ok", requestId: "R-1" },
    ]);
  });

  it.each([
    { Code: "hunter2 hunter2", RequestId: "hunter2/hunter2" },
    { Code: { hunter2: 1 }, RequestId: ["hunter2"] },
    { Code: "x".repeat(101), RequestId: "hunter2".repeat(20), Message: "hunter2" },
    "hunter2",
    ["hunter2"],
  ])("takes nothing from %j", async (body) => {
    sent.mockResolvedValue(wireResponse(body, { status: 400 }));
    const error = await settled(call());
    expect(error).toMatchObject({ code: "upstream_refused", upstreamCode: null, requestId: null });
    expect(JSON.stringify(error) + lines.join("")).not.toContain("hunter2");
    expect(lines).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import type { Limiter } from "@/lib/server/vpc-api/quota/limiter";
import { connectTo } from "@/lib/server/testing/account";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { send } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const sent = vi.mocked(send);

const GOOD = wireResponse({ RequestId: "R-1", Total: 3 });
const FAILED = wireResponse({ RequestId: "R-0" }, { status: 503 });
const EXPIRED = wireResponse({ Code: "InvalidSecurityToken.Expired" }, { status: 403 });

const call = () =>
  callVpcApi({
    action: "DescribeVpnConnections",
    regionId: "eu-central-1",
    parameters: {},
    schema: z.object({ Total: z.number() }),
  });

/** What happened, in its order. */
let events: string[] = [];
let terms: Parameters<Limiter["run"]>[1][] = [];
let lines: string[] = [];

/** A line in which everybody stands this long. */
function standInLine(ms: number): void {
  const limiter: Limiter = {
    prioritise: () => undefined,
    waitMs: () => 0,
    async run(_key, ofCall, work) {
      events.push("in line");
      terms.push(ofCall);
      await new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
      events.push("turn");
      return work();
    },
  };
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
}

/** Credentials that take this long. */
function takeForCredentials(ms: number): { forget: () => void } {
  const forget = vi.fn<() => void>();
  const getCredentials = () =>
    new Promise<object>((resolve) => {
      setTimeout(() => {
        events.push("credentials");
        resolve({});
      }, ms);
    });
  const credentials = { getCredentials, forget, known: () => [] };
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, credentials };
  return { forget };
}

/** Runs until it is done, however long the fake clock has to go for that. */
async function settled(work: Promise<unknown>): Promise<unknown> {
  const outcome = work.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

const logged = () => lines.map((line): unknown => JSON.parse(line));

beforeEach(() => {
  stopClock();
  lines = connectTo({ url: "", accessKeyId: "LTAI-test", accessKeySecret: "hunter2" });
  takeForCredentials(0);
  events = [];
  terms = [];
  sent.mockReset();
  sent.mockResolvedValue(GOOD);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const timeouts = () => sent.mock.calls.map(([, , , timeoutMs]) => timeoutMs);

describe("standing in line", () => {
  it("takes from the time of a call that somebody waits for", async () => {
    standInLine(15_000);
    expect(await settled(call())).toMatchObject({ requestId: "R-1" });
    expect(timeouts()).toEqual([5_000]);
    expect(terms).toEqual([{ isBackground: false, maxWaitMs: 20_000 }]);
  });

  it("takes nothing from the time of a call in the background, however often", async () => {
    standInLine(60_000);
    sent.mockResolvedValueOnce(FAILED).mockResolvedValueOnce(FAILED);
    expect(await settled(inBackground(() => call()))).toMatchObject({ requestId: "R-1" });
    expect(timeouts()).toEqual([10_000, 10_000, 10_000]);
    expect(terms).toMatchObject([
      { isBackground: true, maxWaitMs: 300_000 },
      { isBackground: true, maxWaitMs: 240_000 },
      { isBackground: true, maxWaitMs: 180_000 },
    ]);
  });

  it("in vain is told once, not tried again, and logged as no call", async () => {
    const refused = new VpcApiError("throttled", { retryAfterMs: 30_000 });
    const limiter: Limiter = {
      prioritise: () => undefined,
      waitMs: () => 0,
      run: () => Promise.reject(refused),
    };
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    expect(await settled(call())).toBe(refused);
    expect(sent).not.toHaveBeenCalled();
    expect(logged()).toMatchObject([
      { msg: "upstream call not made", outcome: "throttled", durationMs: 0, attempt: 1 },
    ]);
  });
});

describe("credentials", () => {
  it("are there before the call is queued, so that it leaves when it is counted", async () => {
    takeForCredentials(3_000);
    standInLine(1_000);
    sent.mockImplementation(async () => {
      events.push("sent");
      return GOOD;
    });
    await settled(call());
    expect(events).toEqual(["credentials", "in line", "turn", "sent"]);
    expect(timeouts()).toEqual([10_000]);
  });

  it("that never come end with the time of the call, and take no turn", async () => {
    takeForCredentials(3_600_000);
    standInLine(0);
    const outcome = call().catch((error: unknown) => error);
    await pass(20_000);
    expect(await outcome).toMatchObject({ code: "timeout" });
    expect(events).toEqual([]);
    expect(logged()).toMatchObject([{ msg: "upstream call not made", outcome: "timeout" }]);
  });

  it("whose token ran out are made anew for the next attempt", async () => {
    const { forget } = takeForCredentials(0);
    sent.mockResolvedValueOnce(EXPIRED);
    expect(await settled(call())).toMatchObject({ requestId: "R-1" });
    expect(forget).toHaveBeenCalledOnce();
    expect(events).toEqual(["credentials", "credentials"]);
  });
});

describe("the log", () => {
  it("tells of each attempt how long it took, and apart from that how long it waited", async () => {
    standInLine(2_000);
    const replies = [FAILED, GOOD];
    sent.mockImplementation(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      return replies.shift() ?? GOOD;
    });
    await settled(call());
    const common = {
      msg: "upstream call",
      action: "DescribeVpnConnections",
      regionId: "eu-central-1",
      waitedMs: 2_000,
      durationMs: 300,
    };
    expect(logged()).toMatchObject([
      { ...common, attempt: 1, outcome: "upstream_failed", requestId: "R-0", httpStatus: 503 },
      { ...common, attempt: 2, outcome: "ok", requestId: "R-1" },
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { metricsRegistry } from "@/lib/server/runtime/metrics-registry";
import { connectTo } from "@/lib/server/testing/account";
import { startClock, stopClock } from "@/lib/server/testing/clock";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { send } from "@/lib/server/vpc-api/client";
import type { Limiter } from "@/lib/server/vpc-api/quota/limiter";

vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const sent = vi.mocked(send);
const GOOD = wireResponse({ RequestId: "R-1", Total: 3 });

beforeEach(() => {
  stopClock();
  connectTo({ url: "", accessKeyId: "LTAI-test", accessKeySecret: "hunter2" });
  sent.mockReset();
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** Calls, and runs until that is done. */
async function call(action = "DescribeVpnConnections"): Promise<void> {
  const schema = z.object({ Total: z.number() });
  const done = callVpcApi({ action, regionId: "eu-central-1", parameters: {}, schema });
  done.catch(() => undefined);
  await vi.runAllTimersAsync();
}

/** The samples of a metric that are not 0. */
async function samples(name: string): Promise<string[]> {
  const lines = (await metricsRegistry().metrics()).split("\n");
  return lines.filter((line) => line.startsWith(name) && !line.endsWith(" 0"));
}

const calls = () => samples("tunnelboard_vpc_api_calls_total");
const durations = () => samples("tunnelboard_vpc_api_call_duration_seconds");
const counted = (outcome: string, count: number) =>
  `tunnelboard_vpc_api_calls_total{action="DescribeVpnConnections",outcome="${outcome}"} ${count}`;

describe("a call is counted", () => {
  it("by its action and what came of it", async () => {
    sent.mockResolvedValue(GOOD);
    await call();
    await call();
    await call("DescribeVpnGateways");
    expect(await calls()).toEqual([
      counted("ok", 2),
      'tunnelboard_vpc_api_calls_total{action="DescribeVpnGateways",outcome="ok"} 1',
    ]);
  });

  it("each time it is tried, under a code of ours and never a word of the wire", async () => {
    sent.mockResolvedValueOnce(wireResponse({ Code: "Throttling.hunter2" }, { status: 400 }));
    sent.mockResolvedValueOnce(wireResponse({ Code: "hunter2" }, { status: 503 }));
    sent.mockResolvedValueOnce(GOOD);
    await call();
    sent.mockResolvedValueOnce(wireResponse({ Code: "Forbidden.RAM" }, { status: 403 }));
    await call();
    expect(await calls()).toEqual(
      ["throttled", "upstream_failed", "ok", "access_denied"].map((code) => counted(code, 1)),
    );
    expect(await metricsRegistry().metrics()).not.toContain("hunter2");
  });

  it("with the seconds it took, without its wait for a turn", async () => {
    const limiter: Limiter = {
      prioritise: () => undefined,
      waitMs: () => 0,
      run: (_key, _terms, work) =>
        new Promise((resolve) => void setTimeout(resolve, 2_000)).then(work),
    };
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    sent.mockImplementation(
      () => new Promise((resolve) => void setTimeout(() => resolve(GOOD), 300)),
    );
    await call();
    const lines = await durations();
    expect(lines).toContain(
      'tunnelboard_vpc_api_call_duration_seconds_sum{action="DescribeVpnConnections"} 0.3',
    );
    const [first] = lines;
    expect(first).toContain('_bucket{le="0.5",');
  });

  it("but not timed where it was never sent", async () => {
    const credentials = {
      getCredentials: () => Promise.reject(new Error("hunter2")),
      forget: () => undefined,
      known: () => [],
    };
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, credentials };
    await call();
    expect(sent).not.toHaveBeenCalled();
    expect(await calls()).toEqual([counted("internal", 1)]);
    expect(await durations()).toEqual([]);
  });
});

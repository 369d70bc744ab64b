import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { send } from "@/lib/server/vpc-api/client";
import { type WireResponse, withWireResponse } from "@/lib/server/vpc-api/wire-response";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 4, connections: 8 });
  connectTo(simulator);
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  simulator.faults.clear();
});

const ask = (regionId: string): Promise<WireResponse> =>
  send(simulator.url, "DescribeVpnConnections", { RegionId: regionId }, 10_000);

describe("a response on the wire", () => {
  it("is known for each of many calls on one client, whatever their bodies and order", async () => {
    const [plain, html, throttled, xml] = simulator.regionIds;
    simulator.faults.add({
      kind: "body",
      regionId: html,
      status: 502,
      body: "<html>Bad gateway",
      contentType: "text/html",
    });
    simulator.faults.add({ kind: "throttle", regionId: throttled, retryAfterMs: 1234 });
    simulator.faults.add({ kind: "xml", regionId: xml });
    // Those that start first end last.
    simulator.faults.add({ kind: "latency", regionId: plain, ms: 20 });
    simulator.faults.add({ kind: "latency", regionId: throttled, ms: 10 });
    const heads = new Map([
      [plain, { status: 200, retryAfterMs: null }],
      [html, { status: 502, retryAfterMs: null }],
      [throttled, { status: 400, retryAfterMs: 1234 }],
      [xml, { status: 200, retryAfterMs: null }],
    ]);
    const regionIds = Array.from({ length: 15 }, () => simulator.regionIds).flat();
    const replies = await Promise.all(regionIds.map(ask));
    for (const [index, { status, retryAfterMs }] of replies.entries()) {
      expect({ status, retryAfterMs }).toEqual(heads.get(regionIds[index]));
    }
    // Again, now on sockets that the calls above have opened.
    const again = await Promise.all(regionIds.toReversed().map(ask));
    expect(again.map(({ status }) => status)).toEqual(
      replies.map(({ status }) => status).toReversed(),
    );
  });

  it.each([
    ["1500", 1500],
    ["0", 0],
    ["soon", null],
    ["-1", null],
    ["1.5", null],
    ["12345678901", null],
    ["", null],
  ])("with x-acs-retry-after %j asks to wait %j ms", async (text, retryAfterMs) => {
    simulator.faults.add({
      kind: "error",
      code: "Throttling",
      headers: { "x-acs-retry-after": text },
    });
    expect((await ask("cn-hangzhou")).retryAfterMs).toBe(retryAfterMs);
  });

  it("is none where there was no response, and what was thrown is kept", async () => {
    const reason = new Error("no network");
    const { response, result } = await withWireResponse(() => Promise.reject(reason));
    expect(response).toBeNull();
    expect(result).toEqual({ status: "rejected", reason });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readSnapshot } from "@/lib/server/inventory/read-snapshot";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";

vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  api = regionAnswers(1);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** How often the event loop comes round while the work is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

describe("a region of 10,000 connections", () => {
  it("leaves the event loop its turns while they are completed, with or without a change", async () => {
    const connections = Array.from({ length: 10_000 }, (_, index) =>
      one("region-1", `vco-${index}`),
    );
    api.say("region-1", connections);
    const first = readSnapshot("region-1", null);
    expect(await turnsDuring(first)).toBeGreaterThanOrEqual(40);
    api.say("region-1", [...connections]);
    const again = readSnapshot("region-1", await first);
    expect(await turnsDuring(again)).toBeGreaterThanOrEqual(40);
    expect((await again).version).toBe((await first).version);
  });
});

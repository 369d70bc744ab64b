import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { currentSnapshot } from "@/lib/server/inventory/snapshots";
import type { Limiter } from "@/lib/server/vpc-api/quota/limiter";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(1);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const read = () => currentSnapshot("region-1");

describe("a region that is being read in the background", () => {
  it("is read once for whoever comes to wait for it", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 24_000 });
    await readAllRegions(OPERATOR);
    const reading = read();
    await pass(24_000);
    expect((await reading).answer.vpnConnections).toHaveLength(1);
    expect(api.asked).toHaveLength(1);
  });

  it("is waited for no longer than a request may take, and goes on", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 60_000 });
    await readAllRegions(OPERATOR);
    const outcome = read().catch((error: unknown) => error);
    await pass(25_000);
    expect(await outcome).toMatchObject({ code: "timeout" });
    await pass(35_000);
    expect((await read()).answer.vpnConnections).toHaveLength(1);
    expect(api.asked).toHaveLength(1);
  });

  it("is said to wait for its quota, where it does", async () => {
    const limiter: Limiter = {
      prioritise: () => undefined,
      waitMs: () => 40_000,
      run: () => Promise.reject(new Error("no")),
    };
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    api.say("region-1", "never");
    const outcome = read().catch((error: unknown) => error);
    await pass(25_000);
    expect(await outcome).toMatchObject({ code: "throttled", retryAfterMs: 40_000 });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readOverview } from "@/lib/server/inventory/overview";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limiterThatWaits } from "@/lib/server/testing/limited-calls";
import { DOWN, one, regionAnswers } from "@/lib/server/testing/region-answers";
import { serveRegions } from "@/lib/server/testing/regions";
import { user } from "@/lib/server/testing/translations";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(3);
});
afterEach(() => {
  user.locale = "en";
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const NOUGHT = { up: 0, degraded: 0, down: 0, unknown: 0 };
const overview = async () => {
  const reading = readOverview(OPERATOR, 1_000);
  await pass(1_000);
  return reading;
};

describe("the overview", () => {
  it("counts what has been read, region by region and in all", async () => {
    const unreadable = [{ regionId: "region-1", vpnConnectionId: "vco-x", fields: ["Name"] }];
    const ofFirst = [one("region-1", "vco-1"), one("region-1", "vco-2", DOWN)];
    api.say("region-1", ofFirst, { unreadable });
    api.say("region-2", [one("region-2", "vco-3"), one("region-2", "vco-4", null)]);
    api.say("region-3", "never");
    const { regions, counts, reading } = await overview();
    expect(reading).toBe(1);
    expect(regions).toEqual([
      {
        regionId: "region-1",
        localName: "region-1 en-US",
        state: "ready",
        // What could not be read is there, but nothing is known of it.
        totalCount: 3,
        counts: { ...NOUGHT, up: 1, down: 1 },
        fetchedAt: expect.any(Number),
      },
      {
        regionId: "region-2",
        localName: "region-2 en-US",
        state: "ready",
        totalCount: 2,
        counts: { ...NOUGHT, up: 1, unknown: 1 },
        fetchedAt: expect.any(Number),
      },
      {
        regionId: "region-3",
        localName: "region-3 en-US",
        state: "loading",
        totalCount: null,
        counts: NOUGHT,
        fetchedAt: null,
      },
    ]);
    expect(counts).toEqual({ ...NOUGHT, up: 2, down: 1, unknown: 1 });
  });

  it("is as old as the oldest that is in it, and new while nothing is", async () => {
    expect((await readOverview(OPERATOR)).fetchedAt).toBe(Date.now());
    api.say("region-3", new VpcApiError("timeout"));
    const first = (await overview()).regions[0]?.fetchedAt;
    await pass(10_000);
    api.say("region-1", new VpcApiError("timeout"));
    // What is ready is not waited for: its newer answer is in the next one.
    await overview();
    const { regions, fetchedAt } = await overview();
    expect(fetchedAt).toBe(first);
    expect(fetchedAt).toBeLessThan(regions[1]?.fetchedAt ?? 0);
  });

  it("tells in the user's language why a region failed, and why one is old", async () => {
    api.say("region-2", new VpcApiError("access_denied", { upstreamCode: "Forbidden.RAM" }));
    await overview();
    api.say("region-1", new VpcApiError("unreachable"));
    await pass(10_000);
    const { regions } = await overview();
    expect(regions).toMatchObject([
      { state: "stale", problem: { code: "unreachable" }, totalCount: 1, counts: { up: 1 } },
      { state: "failed", problem: { code: "access_denied", upstreamCode: "Forbidden.RAM" } },
      { state: "ready" },
    ]);
    user.locale = "zh-CN";
    const [inChinese] = (await overview()).regions;
    expect(inChinese?.problem?.title).not.toBe(regions[0]?.problem?.title);
  });

  it("tells of a region that waits for its quota when it makes sense to look again", async () => {
    const limiter = limiterThatWaits(40_000);
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    api.say("region-1", "never");
    const [waiting] = (await overview()).regions;
    expect(waiting).toMatchObject({
      state: "loading",
      totalCount: null,
      problem: { code: "throttled", retryAfter: 40 },
    });
  });

  it("fails where there are no regions to be had", async () => {
    serveRegions(() => Promise.reject(new VpcApiError("bad_credentials")));
    await expect(readOverview(OPERATOR)).rejects.toMatchObject({ code: "bad_credentials" });
  });
});

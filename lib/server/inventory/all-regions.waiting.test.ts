import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limiterThatWaits } from "@/lib/server/testing/limited-calls";
import { regionAnswers } from "@/lib/server/testing/region-answers";
import { serveRegions } from "@/lib/server/testing/regions";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { describeRegions } from "@/lib/server/vpc-api/regions";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/regions", () => ({
  describeRegions: vi.fn<typeof describeRegions>(),
}));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

const NEVER = new Promise<never>(() => undefined);
const described = vi.mocked(describeRegions);

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
  described.mockReset();
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** Regions from the API instead. */
function listRegionsOnly(): void {
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, regions: undefined };
}
const LISTED = ["region-1", "region-2"].map((regionId) => ({ regionId, localName: "name" }));
const idsOf = (regions: Awaited<ReturnType<typeof readAllRegions>>) =>
  regions.map(({ region }) => region.regionId);

function waitForQuota(ms: number): void {
  const limiter = limiterThatWaits(ms, "region-1");
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
}

describe("a region that waits for its quota", () => {
  it("is loading, and tells what it waits for and how long", async () => {
    waitForQuota(40_000);
    api.say("region-1", "never");
    expect(await readAllRegions(OPERATOR)).toMatchObject([
      { state: "loading", snapshot: null, error: { code: "throttled", retryAfterMs: 40_000 } },
      { state: "loading", error: null },
    ]);
  });

  it("tells nothing of a wait of a moment", async () => {
    waitForQuota(1_999);
    api.say("region-1", "never");
    expect(await readAllRegions(OPERATOR)).toMatchObject([{ state: "loading", error: null }, {}]);
  });

  it("that was read before is ready: nobody has to know", async () => {
    await readAllRegions(OPERATOR);
    await pass(10);
    waitForQuota(40_000);
    expect(await readAllRegions(OPERATOR)).toMatchObject([{ state: "ready", error: null }, {}]);
  });
});

describe("all regions, where the list of them is not to be had,", () => {
  it("is a failure", async () => {
    serveRegions(() => Promise.reject(new VpcApiError("access_denied")));
    await expect(readAllRegions(OPERATOR)).rejects.toMatchObject({ code: "access_denied" });
  });

  it("is a failure after four seconds where they do not come", async () => {
    serveRegions(() => NEVER);
    const outcome = readAllRegions(OPERATOR).catch((error: unknown) => error);
    await pass(4_000);
    expect(await outcome).toMatchObject({ code: "timeout", action: "DescribeRegions" });
  });

  it("is the configured ones by their ids", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", "cn-beijing,eu-central-1");
    serveRegions(() => NEVER);
    const regions = readAllRegions(OPERATOR);
    await pass(4_000);
    expect(await regions).toMatchObject([
      { region: { regionId: "cn-beijing", localName: "cn-beijing" }, state: "loading" },
      { region: { regionId: "eu-central-1" }, state: "loading" },
    ]);
  });

  it.each<[string, () => Promise<never>]>([
    ["fail", () => Promise.reject(new VpcApiError("timeout"))],
    ["do not come", () => NEVER],
  ])("again is those that there were, at once, where they %s", async (_do, outcome) => {
    listRegionsOnly();
    described.mockResolvedValueOnce(LISTED);
    expect(idsOf(await readAllRegions(OPERATOR))).toEqual(["region-1", "region-2"]);
    described.mockImplementation(outcome);
    await pass(24 * 3_600_000);
    const regions = readAllRegions(OPERATOR);
    await pass(0);
    expect(idsOf(await regions)).toEqual(["region-1", "region-2"]);
    expect(described).toHaveBeenCalledTimes(2);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { CHINESE_OPERATOR, OPERATOR } from "@/lib/server/testing/users";

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
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const statesOf = (regions: RegionStatus[]) => regions.map(({ state }) => state).join(" ");
const reading = async () => (await readAllRegions(OPERATOR)).map(({ isReading }) => isReading);
const states = async () => statesOf(await readAllRegions(OPERATOR));
/** Asks again and again, as an open page does. */
async function poll(everyMs: number, forMs: number): Promise<void> {
  for (let passed = 0; passed < forMs; passed += everyMs) {
    await readAllRegions(OPERATOR);
    await pass(everyMs);
  }
}
const times = (count: number, one: unknown) => Array.from({ length: count }, () => one);
const unreachable = () => new VpcApiError("unreachable");

describe("all regions", () => {
  it("is told at once, first as loading, then as ready, in the order of its regions", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 500 });
    expect(await states()).toBe("loading loading loading");
    await pass(100);
    expect(await states()).toBe("loading ready ready");
    await pass(400);
    const regions = await readAllRegions(OPERATOR);
    expect(regions).toMatchObject([
      {
        region: { regionId: "region-1", localName: "region-1 en-US" },
        state: "ready",
        error: null,
      },
      { region: { regionId: "region-2" }, state: "ready", error: null },
      { region: { regionId: "region-3" }, state: "ready", error: null },
    ]);
    expect(regions[0]?.snapshot?.vpnConnections).toMatchObject([{ vpnConnectionId: "vco-a" }]);
  });

  it("is read in the background, each region once for all who ask", async () => {
    api.say("region-2", [], { tookMs: 300 });
    await Promise.all([readAllRegions(OPERATOR), readAllRegions(CHINESE_OPERATOR)]);
    await pass(200);
    await readAllRegions(OPERATOR);
    expect(api.asked.map(({ regionId }) => regionId)).toEqual(["region-1", "region-2", "region-3"]);
    expect(api.asked.every(({ isBackground }) => isBackground)).toBe(true);
  });

  it("tells of which regions a newer answer is on its way", async () => {
    api.say("region-1", unreachable());
    api.say("region-2", [], { tookMs: 300 });
    expect(await reading()).toEqual([true, true, true]);
    await pass(100);
    // One that has failed is not read before its pause is over.
    expect(await reading()).toEqual([false, true, false]);
    await pass(9_900);
    expect(await reading()).toEqual([true, false, true]);
    await pass(300);
    expect(await reading()).toEqual([false, true, false]);
  });

  it("is waited for as long as that takes, where somebody has the time", async () => {
    api.say("region-2", [], { tookMs: 3_000 });
    const seen: string[] = [];
    const wait = async () => {
      seen.push(statesOf(await readAllRegions(OPERATOR, 20_000)));
    };
    void wait();
    await pass(2_999);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toEqual(["ready ready ready"]);
  });

  it("is not waited for where it is ready, though a newer answer is on its way", async () => {
    const first = readAllRegions(OPERATOR, 4_000);
    await pass(0);
    await first;
    for (const regionId of ["region-1", "region-2", "region-3"]) api.say(regionId, "never");
    await pass(11_000);
    const seen: string[] = [];
    const wait = async () => {
      seen.push(statesOf(await readAllRegions(OPERATOR, 4_000)));
    };
    void wait();
    await pass(0);
    expect(seen).toEqual(["ready ready ready"]);
    expect(api.timesOf("region-1")).toHaveLength(2);
  });

  it.each<[string, Error | "never", string]>([
    ["hangs", "never", "ready loading ready"],
    ["fails", unreachable(), "ready failed ready"],
  ])("is not held up by a region that %s", async (_does, outcome, expected) => {
    api.say("region-2", outcome);
    const regions = readAllRegions(OPERATOR, 4_000);
    await pass(4_000);
    expect(statesOf(await regions)).toBe(expected);
    await poll(1_000, 60_000);
    expect(await states()).toBe(expected);
    expect(api.timesOf("region-3").length).toBeGreaterThan(5);
  });

  it("is read again when its time to live is over, and not before", async () => {
    await poll(500, 30_500);
    const [first = 0, ...later] = api.timesOf("region-1");
    expect(later.map((at) => at - first)).toEqual([10_000, 20_000, 30_000]);
  });

  it("is read every five seconds at most, however short answers are kept", async () => {
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "0");
    await poll(100, 15_000);
    expect(api.timesOf("region-1")).toHaveLength(3);
    expect(await states()).toBe("ready ready ready");
  });

  it("is late, though without a reason, where nobody has asked for a while", async () => {
    await poll(10, 20);
    api.say("region-1", [], { tookMs: 700 });
    await pass(120_000);
    const [late] = await readAllRegions(OPERATOR);
    expect(late).toMatchObject({ state: "stale", error: null });
    expect(late?.snapshot?.vpnConnections).toHaveLength(1);
    await pass(700);
    expect(await states()).toBe("ready ready ready");
  });
});

describe("a region that fails", () => {
  it("is asked again after a pause that doubles, and once per pause", async () => {
    // So that no failure is kept for longer than its pause.
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "1");
    api.say("region-1", unreachable());
    await poll(500, 100_000);
    const times = api.timesOf("region-1");
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it("is asked again no sooner than its failure is forgotten", async () => {
    api.say("region-1", unreachable());
    await poll(500, 70_000);
    const times = api.timesOf("region-1");
    const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(pauses).toEqual([10_000, 10_000, 10_000, 16_000]);
  });

  it("tells why, and is ready as soon as it answers again", async () => {
    const failure = unreachable();
    api.say("region-1", failure);
    await poll(10, 10);
    const [failed] = await readAllRegions(OPERATOR);
    expect(failed).toMatchObject({ state: "failed", snapshot: null });
    expect(failed?.error).toBe(failure);
    api.say("region-1", []);
    await pass(10_000);
    await poll(10, 10);
    expect(await states()).toBe("ready ready ready");
  });

  it("is shown as it was, with the reason, until that is too old", async () => {
    vi.stubEnv("TUNNELBOARD_STALE_SECONDS", "30");
    await poll(10, 10);
    const [before] = await readAllRegions(OPERATOR);
    api.say("region-1", unreachable());
    const seen: unknown[] = [];
    for (let second = 0; second < 40; second += 1) {
      const [region] = await readAllRegions(OPERATOR);
      const isSame = region?.snapshot === before?.snapshot;
      seen.push([region?.state, isSame, region?.error]);
      await pass(1_000);
    }
    const failure = expect.objectContaining({ code: "unreachable" });
    expect(seen).toEqual([
      ...times(11, ["ready", true, null]),
      ...times(19, ["stale", true, failure]),
      ...times(10, ["failed", false, failure]),
    ]);
  });
});

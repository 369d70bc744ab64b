import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import {
  knownRegionIds,
  lastRegions,
  listRegions,
  regionNameSoon,
  regionsSoon,
  requireRegion,
} from "@/lib/server/inventory/regions";
import { connectTo } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { CHINESE_OPERATOR, OPERATOR } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 3, connections: 3 });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  // Time-outs stand still, so that a slow machine does not run into them.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  simulator.faults.clear();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ids = (regions: { regionId: string }[] | null) => regions?.map(({ regionId }) => regionId);
const refuseAll = () => simulator.faults.add({ kind: "error", code: "Forbidden" });

describe("the ids that are known", () => {
  it("are those that were told in whatever language, and cost no call", async () => {
    expect(knownRegionIds(OPERATOR)).toEqual([]);
    await listRegions(CHINESE_OPERATOR);
    expect(knownRegionIds(OPERATOR)).toEqual(simulator.regionIds);
    expect(simulator.requests).toHaveLength(1);
  });

  it("are the configured ones until then, and then those of them that there are", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", `${simulator.regionIds[1]},eu-nowhere-1`);
    expect(knownRegionIds(OPERATOR)).toEqual([simulator.regionIds[1], "eu-nowhere-1"]);
    await listRegions(OPERATOR);
    expect(knownRegionIds(OPERATOR)).toEqual([simulator.regionIds[1]]);
  });
});

describe("the list of regions", () => {
  it("is read once for each language", async () => {
    const [english, again, chinese] = await Promise.all([
      listRegions(OPERATOR),
      listRegions(OPERATOR),
      listRegions(CHINESE_OPERATOR),
    ]);
    expect(ids(english)).toEqual(simulator.regionIds);
    expect(again).toEqual(english);
    expect(chinese).not.toEqual(english);
    await listRegions(OPERATOR);
    expect(simulator.requests).toHaveLength(2);
  });

  it("holds only the configured ones, where there are any", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", `${simulator.regionIds[1]},eu-nowhere-1`);
    expect(ids(await listRegions(OPERATOR))).toEqual([simulator.regionIds[1]]);
  });

  it("that cannot be had is the configured one without names, else a failure", async () => {
    refuseAll();
    await expect(listRegions(OPERATOR)).rejects.toMatchObject({ code: "access_denied" });
    expect(await regionsSoon(OPERATOR)).toBeNull();
    connectTo(simulator);
    vi.stubEnv("TUNNELBOARD_REGIONS", "cn-hangzhou,eu-central-1");
    expect(await listRegions(OPERATOR)).toEqual([
      { regionId: "cn-hangzhou", localName: "cn-hangzhou" },
      { regionId: "eu-central-1", localName: "eu-central-1" },
    ]);
  });
});

describe("what waits for the list of regions", () => {
  it("does without it once the time is up", async () => {
    const never = new Promise<never>(() => undefined);
    globalThis.__tunnelboard = {
      regions: {
        read: () => never,

        peek: () => undefined,
        kept: () => undefined,
      },
    };
    const soon = regionsSoon(OPERATOR);
    const passes = requireRegion("eu-nowhere-1", OPERATOR);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await soon).toBeNull();
    await expect(passes).resolves.toBe("all");
  });
});

describe("a list of regions that was had before", () => {
  beforeEach(() => {
    vi.useRealTimers();
    stopClock();
  });
  afterEach(() => startClock());

  it("replaces one that cannot be had, and that is asked for again", async () => {
    const before = await listRegions(OPERATOR);
    await pass(11 * 60_000);
    refuseAll();
    expect(await listRegions(OPERATOR)).toEqual(before);
    simulator.faults.clear();
    simulator.requests.length = 0;
    // Who asks in the meantime costs no call.
    expect(await listRegions(OPERATOR)).toEqual(before);
    expect(simulator.requests).toHaveLength(0);
    await pass(10_100);
    expect(await listRegions(OPERATOR)).toEqual(before);
    expect(simulator.requests).toHaveLength(1);
  });

  it("replaces one that does not come, within what is configured", async () => {
    const [first] = (await listRegions(OPERATOR)) ?? [];
    await pass(11 * 60_000);
    simulator.faults.add({ kind: "hang" });
    const soon = regionsSoon(OPERATOR);
    await pass(2_000);
    expect(ids(await soon)).toEqual(simulator.regionIds);
    // Without another wait, and still as strict.
    expect(ids(await regionsSoon(OPERATOR))).toEqual(simulator.regionIds);
    await expect(requireRegion("eu-nowhere-1", OPERATOR)).rejects.toMatchObject({
      reason: "unknownRegion",
    });
    expect(first?.localName).toBe(await regionNameSoon("cn-hangzhou", OPERATOR));
    expect(lastRegions(CHINESE_OPERATOR)).toBeNull();
    // So that nothing is on its way any more.
    await pass(20_000);
  });
});

describe("a region", () => {
  const unknown = { parameter: "regionId", reason: "unknownRegion" };

  it("passes when it is listed, and is named in the user's language", async () => {
    await expect(requireRegion("cn-hangzhou", OPERATOR)).resolves.toBe("all");
    expect(await regionNameSoon("cn-hangzhou", OPERATOR)).toContain("Hangzhou");
    expect(await regionNameSoon("cn-hangzhou", CHINESE_OPERATOR)).toContain("杭州");
  });

  it("is refused when it is not listed, or cannot be one", async () => {
    await expect(requireRegion("eu-nowhere-1", OPERATOR)).rejects.toMatchObject(unknown);
    simulator.requests.length = 0;
    await expect(requireRegion("evil.org/", OPERATOR)).rejects.toMatchObject(unknown);
    expect(simulator.requests).toEqual([]);
  });

  it("is refused when it is listed, but not configured", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", simulator.regionIds[1]);
    await expect(requireRegion("cn-hangzhou", OPERATOR)).rejects.toMatchObject(unknown);
  });

  it("of the right shape passes while the list cannot be had, and goes by its id", async () => {
    refuseAll();
    await expect(requireRegion("eu-nowhere-1", OPERATOR)).resolves.toBe("all");
    expect(await regionNameSoon("eu-nowhere-1", OPERATOR)).toBe("eu-nowhere-1");
  });
});

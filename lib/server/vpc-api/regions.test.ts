import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { describeRegions } from "@/lib/server/vpc-api/regions";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 3, connections: 3 });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

describe("the regions of the API", () => {
  it.each(["en-US", "zh-CN"] as const)("are asked for and named in %s", async (language) => {
    const regions = await describeRegions("cn-hangzhou", language);
    expect(regions.map(({ regionId }) => regionId)).toEqual(simulator.regionIds);
    for (const { localName } of regions) {
      expect(/\p{Script=Han}/u.test(localName)).toBe(language === "zh-CN");
    }
    expect(simulator.requests).toHaveLength(1);
    expect(simulator.requests[0]).toMatchObject({ action: "DescribeRegions", verified: true });
    expect(simulator.requests[0]?.parameters).toMatchObject({ AcceptLanguage: language });
    expect(simulator.requests[0]?.parameters).not.toHaveProperty("RegionId");
  });

  it("leave out ids that could not stand in a host name, and take an id for a missing name", async () => {
    const Region = [
      { RegionId: "cn-new" },
      { RegionId: "evil.org/", LocalName: "Evil" },
      { RegionId: "cn-named", LocalName: "Named" },
    ];
    simulator.faults.add({ kind: "body", body: JSON.stringify({ Regions: { Region } }) });
    expect(await describeRegions("cn-hangzhou", "en-US")).toEqual([
      { regionId: "cn-new", localName: "cn-new" },
      { regionId: "cn-named", localName: "Named" },
    ]);
  });

  it.each(['{"Regions":{"Region":[]}}', "{}", "null", '{"Regions":{"Region":[{"Name":"x"}]}}'])(
    "are not %s: an account always has some",
    async (body) => {
      simulator.faults.add({ kind: "body", body });
      await expect(describeRegions("cn-hangzhou", "en-US")).rejects.toMatchObject({
        code: "bad_answer",
      });
    },
  );

  it("that are forbidden say which action is", async () => {
    simulator.faults.add({ kind: "error", code: "Forbidden.RAM" });
    await expect(describeRegions("cn-hangzhou", "en-US")).rejects.toMatchObject({
      code: "access_denied",
      action: "DescribeRegions",
    });
  });
});

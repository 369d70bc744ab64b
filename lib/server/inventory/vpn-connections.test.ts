import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { READER } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 30 });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  // Patience stands still, so that a slow machine cannot run out of it.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  simulator.faults.clear();
  simulator.requests.length = 0;
  connectTo(simulator);
  // So long that no test outlives it.
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (asked: Record<string, string> = {}, regionId = "cn-hangzhou") =>
  listVpnConnections(regionId, listParametersOf(readPageParameters(asked)), READER);
const lists = () =>
  simulator.requests.filter(({ action }) => action === "DescribeVpnConnections").length;

describe("a list of connections", () => {
  it("is read once for all who ask the same", async () => {
    const [one, two] = await Promise.all([ask(), ask({ open: "vco-1" })]);
    expect(two).toBe(one);
    expect(await ask({ pageSize: "10" })).toBe(one);
    expect(lists()).toBe(1);
  });

  it.each<Record<string, string>>([
    { pageNumber: "2" },
    { pageSize: "20" },
    { vpnGatewayId: "vpn-1" },
    { tag: "a:b" },
  ])("is another one for %j", async (asked) => {
    await ask();
    await ask(asked);
    expect(lists()).toBe(2);
  });

  it("is another one for another region", async () => {
    const [here, there] = [await ask(), await ask({}, simulator.regionIds[1])];
    expect(here.vpnConnections[0]?.regionId).not.toBe(there.vpnConnections[0]?.regionId);
  });

  it("that failed is asked for again, but not at once", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const action = "DescribeVpnConnections";
    simulator.faults.add({ kind: "error", code: "Forbidden", action, times: 1 });
    await expect(ask()).rejects.toMatchObject({ code: "access_denied" });
    now += 29_000;
    await expect(ask()).rejects.toMatchObject({ code: "access_denied" });
    expect(lists()).toBe(1);
    now += 2_000;
    expect((await ask()).vpnConnections.length).toBeGreaterThan(0);
  });

  it("of a region that there is not is not asked for", async () => {
    await expect(ask({}, "eu-nowhere-1")).rejects.toMatchObject({ reason: "unknownRegion" });
    expect(lists()).toBe(0);
  });
});

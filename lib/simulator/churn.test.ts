import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at, listAt } from "./wire-value";

const region = "cn-hangzhou";
const given = ["vco-1", "vco-2", "vco-3", "vco-4"];

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ connections: 8, regions: 2 });
  simulator.setConnections(
    region,
    given.map((VpnConnectionId) => ({ VpnConnectionId, Name: `name of ${VpnConnectionId}` })),
  );
});
afterEach(() => simulator.close());

async function page(PageNumber = "1", PageSize = "50") {
  const asked = { RegionId: region, PageNumber, PageSize };
  const { body } = await call(simulator, "DescribeVpnConnections", asked);
  return listAt(body, "VpnConnections", "VpnConnection");
}

async function ids(...asked: string[]) {
  return (await page(...asked)).map((connection) => at(connection, "VpnConnectionId"));
}

describe("a list that moves", () => {
  it("skips a row between two pages when one goes from the front", async () => {
    simulator.setChurn(region, 1, "remove");
    expect(await ids("1", "2")).toEqual(["vco-1", "vco-2"]);
    expect(await ids("2", "2")).toEqual(["vco-4"]);
    expect(simulator.connectionIds(region)).toEqual(["vco-3", "vco-4"]);
  });

  it("shows a row twice when a new one comes to the front", async () => {
    simulator.setChurn(region, 1, "add");
    expect(await ids("1", "2")).toEqual(["vco-1", "vco-2"]);
    expect(await ids("2", "2")).toEqual(["vco-2", "vco-3"]);
    const [latest, earlier, ...others] = simulator.connectionIds(region);
    expect(others).toEqual(given);
    expect(latest).toMatch(/^vco-/);
    expect(latest).not.toBe(earlier);
    expect((await page())[0]).toEqual({ VpnConnectionId: latest, Name: "name of vco-1" });
  });

  it("does both in turn unless told otherwise, after every so many calls", async () => {
    simulator.setChurn(region, 2);
    const lengths: number[] = [];
    for (let calls = 0; calls < 8; calls += 1) {
      await page();
      lengths.push(simulator.connectionIds(region).length);
    }
    expect(lengths).toEqual([4, 3, 3, 4, 4, 3, 3, 4]);
  });

  it("may run empty, and get its first again", async () => {
    simulator.setConnections(region, []);
    simulator.setChurn(region, 1);
    expect(await ids()).toEqual([]);
    expect(await ids()).toEqual([]);
    const [first, ...others] = simulator.connectionIds(region);
    expect([await ids(), others]).toEqual([[first], []]);
  });

  it("moves for answered calls that list its connections, and for no others", async () => {
    simulator.setChurn(region, 1, "remove");
    simulator.faults.add({ kind: "throttle", times: 1 });
    await page();
    await page("1", "51");
    await call(simulator, "DescribeVpnGateways", { RegionId: region });
    await call(simulator, "DescribeVpnConnections", { RegionId: simulator.regionIds[1] });
    expect(simulator.connectionIds(region)).toEqual(given);
  });

  it("rests after a reset, which puts the account back", async () => {
    simulator.setChurn(region, 1, "remove");
    simulator.reset();
    const before = simulator.connectionIds(region);
    expect(await ids()).toEqual(before);
    expect(simulator.connectionIds(region)).toEqual(before);
    expect(before).not.toContain("vco-1");
  });

  it("is of a region that exists and moves at a whole number of calls", () => {
    expect(() => simulator.setChurn("cn-nowhere", 1)).toThrow(RangeError);
    expect(() => simulator.connectionIds("cn-nowhere")).toThrow(RangeError);
    expect(() => simulator.setChurn(region, 0)).toThrow(RangeError);
    expect(() => simulator.setChurn(region, 1.5)).toThrow(RangeError);
  });
});

it("the ids of a region are those that can be read", () => {
  simulator.setConnections(region, [null, { VpnConnectionId: 7 }, { VpnConnectionId: "vco-a" }]);
  expect(simulator.connectionIds(region)).toEqual(["vco-a"]);
});

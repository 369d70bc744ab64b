import { afterAll, beforeAll, expect, it } from "vitest";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { withTotal } from "./total";
import { at, listAt } from "./wire-value";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ connections: 4, regions: 1 });
});
afterAll(() => simulator.close());

it.each([
  [-3, -3],
  [0, 0],
  [1e15, 1e15],
  [2.5, 2.5],
  [null, undefined],
])("a total of %j stands as %j on the true page", async (value, TotalCount) => {
  simulator.faults.add({ kind: "total", value, times: 1 });
  const { body } = await call(simulator, "DescribeVpnConnections", { RegionId: "cn-hangzhou" });
  expect(at(body, "TotalCount")).toBe(TotalCount);
  expect(listAt(body, "VpnConnections", "VpnConnection")).toHaveLength(4);
  expect(simulator.requests.at(-1)?.answer).toBe("OK");
});

it("stands only where there is one", () => {
  expect(withTotal({ Code: "Throttling" }, 7)).toEqual({ Code: "Throttling" });
  expect(withTotal("text", 7)).toBe("text");
});

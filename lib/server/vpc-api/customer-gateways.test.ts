import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";

let simulator: Simulator;
let lines: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 70, secrets: SECRETS });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  lines = connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = () => describeCustomerGateways("cn-hangzhou");
const answer = (body: object) =>
  simulator.faults.add({ kind: "body", body: JSON.stringify({ RequestId: "R-1", ...body }) });

describe("the customer gateways of a region", () => {
  it("are read from all pages, without their secrets", async () => {
    const { items, requestId } = await ask();
    expect(items.length).toBeGreaterThan(50);
    expect(requestId).toBeNull();
    expect(items.some(({ authKey }) => authKey.configured)).toBe(true);
    expect(JSON.stringify(items) + lines.join("")).not.toContain("never-show-this");
    expect(simulator.requests.map(({ action }) => action)).toEqual(
      Array.from({ length: 2 }, () => "DescribeCustomerGateways"),
    );
    expect(simulator.requests[1]?.parameters).toMatchObject({ PageNumber: "2", PageSize: "50" });
  });

  it("are the same with numbers as strings and strings as numbers", async () => {
    const straight = await ask();
    simulator.faults.add({ kind: "wrong-types" });
    expect((await ask()).items).toEqual(straight.items);
  });

  it("lack the one that makes no sense", async () => {
    simulator.setCustomerGateways("cn-hangzhou", [{ AuthKey: "x" }, customerGatewayBody]);
    expect((await ask()).items.map(({ name }) => name)).toEqual(["branch router"]);
  });

  it.each([{}, { TotalCount: 3 }, { CustomerGateways: 7 }, { VpnGateways: {} }])(
    "are not what %j tells",
    async (body) => {
      answer(body);
      await expect(ask()).rejects.toMatchObject({ code: "bad_answer" });
    },
  );
});

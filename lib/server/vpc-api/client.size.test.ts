import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { send } from "@/lib/server/vpc-api/client";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 3 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = () =>
  callVpcApi({
    action: "DescribeVpnConnections",
    regionId: "cn-hangzhou",
    parameters: { RegionId: "cn-hangzhou" },
    schema: z.object({}),
  });
const serveBytes = (count: number) =>
  simulator.faults.add({ kind: "body", body: JSON.stringify({ text: "x".repeat(count) }) });

describe("an answer", () => {
  it("that does not end is given up without waiting for its end", async () => {
    const endless = createServer((_request, response) => {
      response.write(JSON.stringify("x".repeat(12_000_000)));
    });
    await new Promise<void>((resolve) => {
      endless.listen(0, "127.0.0.1", resolve);
    });
    const address = endless.address();
    const port = typeof address === "object" ? address?.port : 0;
    const anHour = 3_600_000;
    await expect(
      send(`http://127.0.0.1:${port}`, "DescribeRegions", {}, anHour),
    ).rejects.toMatchObject({ code: "bad_answer", retryable: false });
    endless.close();
  });

  it("that is more than any can be is given up, and not asked for again", async () => {
    serveBytes(30_000_000);
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer", httpStatus: 200 });
    expect(simulator.requests).toHaveLength(1);
    // Nor does it harm those that come after it.
    simulator.faults.clear();
    await expect(ask()).resolves.toBeDefined();
  });

  it("that is large is read, whatever came before on its connection", async () => {
    serveBytes(4_000_000);
    for (let turn = 0; turn < 4; turn += 1) await expect(ask()).resolves.toBeDefined();
    expect(simulator.requests).toHaveLength(4);
  });
});

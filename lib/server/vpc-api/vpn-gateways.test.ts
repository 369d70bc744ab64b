import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { connectTo } from "@/lib/server/testing/account";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 40 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = () => describeVpnGateways("cn-hangzhou");
const bodies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ VpnGatewayId: `vpn-${index}` }));
const answer = (body: object) =>
  simulator.faults.add({ kind: "body", body: JSON.stringify({ RequestId: "R-1", ...body }) });

describe("the VPN gateways of a region", () => {
  it("are read with one call where one page holds them", async () => {
    const { items, requestId, fetchedAt } = await ask();
    expect(items.length).toBeGreaterThan(1);
    expect(items[0]).toMatchObject({ regionId: "cn-hangzhou", vpcId: expect.any(String) });
    expect(items[0]?.systemTags.map(({ key }) => key)).toContain("VpnVersion");
    expect(requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(Math.abs(Date.now() - fetchedAt)).toBeLessThan(60_000);
    expect(simulator.requests).toHaveLength(1);
    expect(simulator.requests[0]).toMatchObject({ action: "DescribeVpnGateways", verified: true });
    const sent = simulator.requests[0]?.parameters;
    expect(sent).toMatchObject({ RegionId: "cn-hangzhou", PageNumber: "1", PageSize: "50" });
    expect(sent).not.toHaveProperty("VpnGatewayId");
  });

  it("are read from all pages, each once", async () => {
    simulator.setVpnGateways("cn-hangzhou", [...bodies(100), ...bodies(20)]);
    const { items, requestId } = await ask();
    expect(items).toHaveLength(100);
    expect(requestId).toBeNull();
    // Fewer than counted: the list may have moved, so that it is read once more.
    expect(simulator.requests).toHaveLength(6);
  });

  it("are the same with numbers as strings and strings as numbers", async () => {
    const straight = await ask();
    simulator.faults.add({ kind: "wrong-types" });
    expect((await ask()).items).toEqual(straight.items);
  });

  it("may be none", async () => {
    simulator.setVpnGateways("cn-hangzhou", []);
    expect(await ask()).toMatchObject({ items: [] });
    answer({ TotalCount: "0" });
    expect(await ask()).toMatchObject({ items: [], requestId: "R-1" });
  });

  it.each([
    {},
    { TotalCount: 3 },
    { TotalCount: 3, VpnGateways: {} },
    { TotalCount: 3, VpnGateways: { VpnGateway: bodies(2) } },
    { VpnGateways: "none" },
    { VpnConnections: { VpnConnection: [] } },
  ])("are not what %j tells", async (body) => {
    answer(body);
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer" });
  });

  it.each([
    [{ VpnGateway: [vpnGatewayBody] }],
    [{ VpnGateway: vpnGatewayBody }],
    [[vpnGatewayBody]],
  ])("may be listed as %j, also without a total", async (VpnGateways) => {
    answer({ VpnGateways });
    const { items } = await ask();
    expect(items.map(({ name }) => name)).toEqual(["office gateway"]);
  });

  it("lack the one that makes no sense", async () => {
    simulator.setVpnGateways("cn-hangzhou", [null, vpnGatewayBody, { Name: "no id" }, "x"]);
    expect((await ask()).items.map(({ name }) => name)).toEqual(["office gateway"]);
  });

  it("are no answer when none of them makes sense", async () => {
    simulator.setVpnGateways("cn-hangzhou", [null, {}]);
    await expect(ask()).rejects.toMatchObject({
      code: "bad_answer",
      requestId: expect.any(String),
    });
  });
});

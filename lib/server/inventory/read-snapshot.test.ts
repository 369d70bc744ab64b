import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readSnapshot } from "@/lib/server/inventory/read-snapshot";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { dualTunnel, SECRETS, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const REGION = "cn-hangzhou";
const single = (id: string, Status = "ipsec_sa_established", more: object = {}) => ({
  ...singleTunnel,
  VpnConnectionId: id,
  Status,
  ...more,
});
const DOWN = "ike_sa_not_established";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  simulator.setConnections(REGION, [singleTunnel, dualTunnel]);
  simulator.setVpnGateways(REGION, [vpnGatewayBody]);
  simulator.setCustomerGateways(REGION, [customerGatewayBody]);
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const read = (before: RegionSnapshot | null = null) => readSnapshot(REGION, before);
const calls = (action: string) => simulator.requests.filter((one) => one.action === action).length;
const sinceOf = ({ vpnConnections }: RegionSnapshot) =>
  Object.fromEntries(vpnConnections.map((one) => [one.vpnConnectionId, one.verdictSince]));

describe("a region that is read again", () => {
  it("has the same version and the same connections where nothing has changed", async () => {
    const first = await read();
    await pass(5_000);
    const second = await read(first);
    expect(second.version).toBe(first.version);
    expect(second.vpnConnections).toBe(first.vpnConnections);
    expect(second.fetchedAt).toBe(first.fetchedAt + 5_000);
    expect(second.requestId).not.toBe(first.requestId);
  });

  it("has another version where one connection has changed, the others being the same", async () => {
    simulator.setConnections(REGION, [single("a"), single("b")]);
    const first = await read();
    simulator.setConnections(REGION, [single("a"), single("b", DOWN)]);
    const second = await read(first);
    expect(second.version).not.toBe(first.version);
    expect(second.vpnConnections.map(({ verdict }) => verdict)).toEqual(["up", "down"]);
  });

  it.each<[string, object[]]>([
    ["has come", [single("a"), single("b"), single("c")]],
    ["is gone", [single("a")]],
    ["has moved", [single("b"), single("a")]],
    ["has no id any more", [single("a"), single("b"), { Name: "no id" }]],
  ])("has another version where one %s", async (_name, bodies) => {
    simulator.setConnections(REGION, [single("a"), single("b")]);
    const first = await read();
    simulator.setConnections(REGION, bodies);
    expect((await read(first)).version).not.toBe(first.version);
  });

  it("keeps since when a verdict has been seen, while it stays", async () => {
    simulator.setConnections(REGION, [single("a"), single("b")]);
    const first = await read();
    const start = first.fetchedAt;
    expect(sinceOf(first)).toEqual({ a: start, b: start });
    await pass(1_000);
    simulator.setConnections(REGION, [single("a"), single("b", DOWN)]);
    const second = await read(first);
    expect(sinceOf(second)).toEqual({ a: start, b: start + 1_000 });
    await pass(1_000);
    simulator.setConnections(REGION, [single("b", DOWN)]);
    const third = await read(second);
    expect(sinceOf(third)).toEqual({ b: start + 1_000 });
    await pass(1_000);
    simulator.setConnections(REGION, [single("a"), single("b", DOWN)]);
    expect(sinceOf(await read(third))).toEqual({ a: start + 3_000, b: start + 1_000 });
  });

  it("holds no secret of what was read before, wherever in the process", async () => {
    await read(await read());
    const held = JSON.stringify(everythingIn(globalThis.__tunnelboard));
    expect(held).toContain("vco-single1");
    for (const secret of Object.values(SECRETS)) expect(held).not.toContain(secret);
  });
});

/** Maps and caches too, as plain values. */
function everythingIn(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.has(value)) return "seen";
  seen.add(value);
  const isIterable = Symbol.iterator in value && typeof value[Symbol.iterator] === "function";
  const inside = isIterable ? [...Object(value)] : Object.values(value);
  return inside.map((one) => everythingIn(one, seen));
}

describe("the gateways of a connection", () => {
  it("are named, with the VPC", async () => {
    const { vpnConnections } = await read();
    expect(vpnConnections[0]).toMatchObject({
      vpnGatewayName: vpnGatewayBody.Name,
      vpcId: vpnGatewayBody.VpcId,
      customerGatewayNames: [customerGatewayBody.Name],
    });
    expect(vpnConnections[1]).toMatchObject({
      vpnGatewayName: null,
      customerGatewayNames: [customerGatewayBody.Name, null],
    });
  });

  it("keep their names for a minute, and then have the new ones", async () => {
    const first = await read();
    simulator.setVpnGateways(REGION, [{ ...vpnGatewayBody, Name: "renamed" }]);
    const second = await read(first);
    expect(second.vpnConnections[0]?.vpnGatewayName).toBe(vpnGatewayBody.Name);
    await pass(61_000);
    const third = await read(second);
    expect(third.vpnConnections[0]?.vpnGatewayName).toBe("renamed");
    expect(third.vpnConnections[1]).toBe(second.vpnConnections[1]);
    expect(third.version).not.toBe(second.version);
  });

  it.each(["Forbidden.RAM", "InternalError"])(
    "cost no more than names when refused with %s",
    async (code) => {
      simulator.faults.add({ kind: "error", action: "DescribeVpnGateways", code });
      const reading = read();
      await pass(20_000);
      expect((await reading).vpnConnections[0]).toMatchObject({
        vpnConnectionId: "vco-single1",
        vpnGatewayName: null,
        customerGatewayNames: [customerGatewayBody.Name],
      });
    },
  );

  it("are not waited for longer than three seconds", async () => {
    simulator.faults.add({ kind: "hang", action: "DescribeVpnGateways" });
    simulator.faults.add({ kind: "hang", action: "DescribeCustomerGateways" });
    const seen: RegionSnapshot[] = [];
    const reading = read().then((snapshot) => seen.push(snapshot));
    await vi.waitUntil(() => calls("DescribeVpnGateways") === 1);
    await pass(2_900);
    expect(seen).toEqual([]);
    await pass(100);
    await reading;
    expect(seen[0]?.vpnConnections).toHaveLength(2);
  });

  it("are not asked for in a region that has no connections", async () => {
    simulator.setConnections(REGION, []);
    expect((await read()).vpnConnections).toEqual([]);
    expect(calls("DescribeVpnGateways") + calls("DescribeCustomerGateways")).toBe(0);
  });
});

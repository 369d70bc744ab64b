import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readGateways } from "@/lib/server/inventory/gateway-lists";
import { recordRead, standingsIn } from "@/lib/server/history/recorder";
import { completeSnapshot } from "@/lib/server/inventory/complete-snapshot";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { describeAllVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const REGION = "cn-hangzhou";
const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";
const body = (id: string, Status = UP) => ({ ...singleTunnel, VpnConnectionId: id, Status });
const bodies = (count: number) => Array.from({ length: count }, (_, index) => body(`vco-${index}`));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  serve([singleTunnel, dualTunnel]);
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

const serve = (connections: unknown[]) => simulator.setConnections(REGION, connections);
async function read(before: RegionSnapshot | null = null): Promise<RegionSnapshot> {
  const connections = await describeAllVpnConnections(REGION);
  const { vpnConnections, fetchedAt: at } = connections;
  await recordRead({ regionId: REGION, at, connections: vpnConnections }, null);
  return completeSnapshot(connections, before, standingsIn(REGION, at));
}
const actions = () => simulator.requests.map(({ action }) => action);
const sinceOf = ({ vpnConnections }: RegionSnapshot) =>
  Object.fromEntries(vpnConnections.map((one) => [one.vpnConnectionId, one.verdictSince]));
/** The ids of the connections that are other objects than in the snapshot before. */
const newObjects = (before: RegionSnapshot, after: RegionSnapshot) => {
  const known = new Set(before.vpnConnections);
  return after.vpnConnections
    .filter((connection) => !known.has(connection))
    .map(({ vpnConnectionId }) => vpnConnectionId);
};

describe("a region that is read again", () => {
  it("has the same version and the same connections where nothing has changed", async () => {
    serve(bodies(120));
    const first = await read();
    await pass(5_000);
    const second = await read(first);
    expect(second.version).toBe(first.version);
    expect(second.vpnConnections).toBe(first.vpnConnections);
    expect(second.fetchedAt).toBe(first.fetchedAt + 5_000);
  });

  it("has the RequestId of the newer call, where it was one", async () => {
    const first = await read();
    const second = await read(first);
    expect(second.version).toBe(first.version);
    expect(second.requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(second.requestId).not.toBe(first.requestId);
  });

  it("changes the one connection that has changed, and no other", async () => {
    serve(bodies(60));
    const first = await read();
    serve(bodies(60).with(7, body("vco-7", DOWN)));
    const second = await read(first);
    expect(second.version).not.toBe(first.version);
    expect(newObjects(first, second)).toEqual(["vco-7"]);
    expect(second.vpnConnections[7]?.verdict).toBe("down");
  });

  it("changes no connection by moving it to another place or page", async () => {
    serve(bodies(60));
    const first = await read();
    serve([body("vco-new"), ...bodies(60)]);
    const second = await read(first);
    expect(second.version).not.toBe(first.version);
    expect(newObjects(first, second)).toEqual(["vco-new"]);
    serve(bodies(60));
    const third = await read(second);
    expect(third.version).not.toBe(second.version);
    expect(newObjects(second, third)).toEqual([]);
  });

  it.each<[string, unknown[]]>([
    ["has come", bodies(3)],
    ["is gone", bodies(1)],
    ["has moved", bodies(2).toReversed()],
    ["has no id any more", [...bodies(2), { Name: "no id" }]],
  ])("has another version where one %s", async (_name, changed) => {
    serve(bodies(2));
    const first = await read();
    serve(changed);
    expect((await read(first)).version).not.toBe(first.version);
  });

  it("fails, and is no part of itself, where one of its pages cannot be read", async () => {
    serve(bodies(120));
    simulator.faults.add({
      kind: "error",
      action: "DescribeVpnConnections",
      code: "Forbidden",
      after: 2,
    });
    await expect(read()).rejects.toMatchObject({ code: "access_denied" });
  });
});

describe("since when a verdict has been seen", () => {
  it("is kept while it stays, and begins anew when it changes", async () => {
    serve([body("a"), body("b")]);
    const first = await read();
    const start = first.fetchedAt;
    expect(sinceOf(first)).toEqual({ a: start, b: start });
    await pass(1_000);
    serve([body("a"), body("b", DOWN)]);
    const second = await read(first);
    expect(sinceOf(second)).toEqual({ a: start, b: start + 1_000 });
    await pass(1_000);
    const third = await read(second);
    expect(sinceOf(third)).toEqual({ a: start, b: start + 1_000 });
    await pass(1_000);
    serve([body("a"), body("b")]);
    expect(sinceOf(await read(third))).toEqual({ a: start, b: start + 3_000 });
  });

  it("is kept while something else of the connection changes", async () => {
    const first = await read();
    await pass(1_000);
    serve([{ ...singleTunnel, Name: "renamed" }, dualTunnel]);
    const second = await read(first);
    expect(second.vpnConnections[0]).toMatchObject({
      name: "renamed",
      verdictSince: first.fetchedAt,
    });
  });

  it("begins anew with a connection that was gone and is back", async () => {
    serve([body("a"), body("b")]);
    const first = await read();
    serve([body("b")]);
    const second = await read(first);
    await pass(2_000);
    serve([body("a"), body("b")]);
    const start = first.fetchedAt;
    expect(sinceOf(await read(second))).toEqual({ a: start + 2_000, b: start });
  });
});

async function named(snapshot: RegionSnapshot): Promise<RegionSnapshot> {
  await readGateways(REGION);
  const standingOf = standingsIn(REGION, snapshot.fetchedAt);
  return completeSnapshot(snapshot, snapshot, standingOf);
}

describe("the gateways of the connections", () => {
  it("have no names until they have been read, and then without another read", async () => {
    const first = await read();
    expect(first.vpnConnections[0]).toMatchObject({ vpnGatewayName: null, vpcId: null });
    const second = await named(first);
    expect(second.version).not.toBe(first.version);
    expect(second.vpnConnections[0]?.vpnGatewayName).toBe(vpnGatewayBody.Name);
    const again = await named(second);
    expect(again).toEqual(second);
    expect(again.vpnConnections).toBe(second.vpnConnections);
    expect(actions().filter((action) => action === "DescribeVpnConnections")).toHaveLength(1);
  });

  it("stay named when the region is read again", async () => {
    const first = await named(await read());
    await pass(5_000);
    const second = await read(first);
    expect(second.vpnConnections).toBe(first.vpnConnections);
    expect(second.version).toBe(first.version);
  });

  it("are named, with the VPC", async () => {
    const { vpnConnections } = await named(await read());
    expect(vpnConnections[0]).toMatchObject({
      vpnGatewayName: vpnGatewayBody.Name,
      vpcId: vpnGatewayBody.VpcId,
      customerGatewayNames: [customerGatewayBody.Name],
    });
    expect(vpnConnections[1]).toMatchObject({
      vpnGatewayName: null,
      vpcId: null,
      customerGatewayNames: [customerGatewayBody.Name, null],
    });
  });

  it("change with a new name the connections that use them, and no others", async () => {
    const first = await named(await read());
    simulator.setVpnGateways(REGION, [{ ...vpnGatewayBody, Name: "renamed" }]);
    await pass(61_000);
    const second = await named(await read(first));
    expect(second.vpnConnections[0]?.vpnGatewayName).toBe("renamed");
    expect(newObjects(first, second)).toEqual(["vco-single1"]);
    expect(second.version).not.toBe(first.version);
  });

  it("cost no more than their names when they may not be read", async () => {
    const action = "DescribeVpnGateways";
    simulator.faults.add({ kind: "error", action, code: "Forbidden.RAM" });
    const { vpnConnections } = await named(await read());
    expect(vpnConnections[0]).toMatchObject({
      vpnConnectionId: "vco-single1",
      vpnGatewayName: null,
      customerGatewayNames: [customerGatewayBody.Name],
    });
  });
});

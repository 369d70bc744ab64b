import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { facetsSoFar } from "@/lib/server/inventory/facets";
import { allVpnConnections, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { READER } from "@/lib/server/testing/users";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 65 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const question = (asked: Record<string, string>) => listParametersOf(readPageParameters(asked));
const ask = (asked: Record<string, string> = {}) =>
  listVpnConnections("cn-hangzhou", question(asked), READER);
const all = (asked: Record<string, string> = {}) =>
  allVpnConnections("cn-hangzhou", question(asked), READER);
const idsOf = ({ vpnConnections }: VpnConnectionList) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);
const calls = () =>
  simulator.requests.filter(({ action }) => action === "DescribeVpnConnections").length;

const ESTABLISHED = { Status: "ipsec_sa_established" };
const bodies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    VpnConnectionId: `vco-${index}`,
    ...ESTABLISHED,
  }));
const serve = (connections: unknown[]) => simulator.setConnections("cn-hangzhou", connections);

describe("a plain question", () => {
  it("is answered from the region where that has been read whole, in the API's order", async () => {
    const [plain, second] = [await ask(), await ask({ pageNumber: "2" })];
    expect(plain.counts).toBeNull();
    const { counts } = await ask({ sort: "-name" });
    const before = calls();
    for (const [page, pageNumber] of [
      [plain, "1"],
      [second, "2"],
    ] as const) {
      const again = await ask({ pageNumber });
      expect(idsOf(again)).toEqual(idsOf(page));
      expect(again).toMatchObject({ totalCount: 65, counts, pageSize: 10 });
    }
    expect(calls()).toBe(before);
  });

  it("is answered from a region that was read for the same filter, but for no other", async () => {
    await ask({ sort: "name", vpnGatewayId: "vpn-none" });
    const before = calls();
    expect((await ask({ vpnGatewayId: "vpn-none" })).totalCount).toBe(0);
    expect(calls()).toBe(before);
    expect((await ask({ vpnGatewayId: "vpn-none2" })).totalCount).toBe(0);
    expect((await ask()).totalCount).toBe(65);
    expect(calls()).toBe(before + 2);
  });

  it("costs a call again when that is old", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "10");
    await ask({ sort: "name" });
    const before = calls();
    now += 11_000;
    expect((await ask()).counts).toBeNull();
    expect(calls()).toBe(before + 1);
  });

  it("does not wait for a region that is still being read", async () => {
    const [, plain] = await Promise.all([ask({ sort: "name" }), ask()]);
    expect(plain.counts).toBeNull();
    expect(calls()).toBe(3);
  });

  it("does not mind a region that could not be read", async () => {
    const action = "DescribeVpnConnections";
    simulator.faults.add({ kind: "error", code: "Forbidden", action, times: 1 });
    await expect(ask({ sort: "name" })).rejects.toMatchObject({ code: "access_denied" });
    expect((await ask()).totalCount).toBe(65);
  });
});

describe("one page", () => {
  it("that holds all there is has counts", async () => {
    serve([...bodies(9), { VpnConnectionId: "vco-down", Status: "ike_sa_not_established" }]);
    const list = await ask();
    expect(list.counts).toEqual({ up: 9, degraded: 0, down: 1, unknown: 0 });
    expect(list.requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(calls()).toBe(1);
  });

  it("counts what could not be read as being there, but as nothing else", async () => {
    serve([...bodies(2), { VpnConnectionId: "vco-broken", Name: {} }]);
    const list = await ask();
    expect(list.counts).toEqual({ up: 2, degraded: 0, down: 0, unknown: 0 });
  });

  it("of none has counts of nought", async () => {
    serve([]);
    expect((await ask()).counts).toEqual({ up: 0, degraded: 0, down: 0, unknown: 0 });
  });

  it.each<[string, number, Record<string, string>]>([
    ["that is followed by another", 11, {}],
    ["that is the last of two", 11, { pageNumber: "2" }],
    ["past the end", 9, { pageNumber: "2" }],
    ["past the end of nothing", 0, { pageNumber: "2" }],
  ])("%s has none", async (_name, count, asked) => {
    serve(bodies(count));
    expect((await ask(asked)).counts).toBeNull();
  });
});

describe("all that a question finds", () => {
  it("is there without pages", async () => {
    const list = await all({ pageNumber: "3", pageSize: "20" });
    expect(list.vpnConnections).toHaveLength(65);
    expect(list).toMatchObject({ totalCount: 65, pageNumber: 1 });
  });

  it("is what the filters let through, and what could not be read", async () => {
    serve([...bodies(60), { VpnConnectionId: "vco-broken", Name: {} }]);
    expect(await all({ status: "down" })).toMatchObject({
      vpnConnections: [],
      unreadable: [{ vpnConnectionId: "vco-broken" }],
      totalCount: 1,
    });
  });

  it("may be nothing", async () => {
    serve([]);
    expect(await all()).toMatchObject({ vpnConnections: [], totalCount: 0 });
  });
});

describe("what a region can be filtered by", () => {
  it("is known once all of it has been read", async () => {
    await ask();
    await ask({ sort: "name", vpnGatewayId: "vpn-1" });
    expect(facetsSoFar("cn-hangzhou", READER)).toBeNull();
    await ask({ sort: "name" });
    expect(facetsSoFar("cn-hangzhou", READER)?.vpnGatewayIds.length).toBeGreaterThan(0);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { facetsSoFar } from "@/lib/server/inventory/facets";
import {
  allVpnConnections,
  getVpnConnection,
  listVpnConnections,
} from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { OPERATOR } from "@/lib/server/testing/users";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

const REGION = "cn-hangzhou";
const action = "DescribeVpnConnections";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  serve(bodies(65));
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const bodies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    VpnConnectionId: `vco-${index}`,
    VpnGatewayId: `vpn-${index % 3}`,
    Status: "ipsec_sa_established",
    Tag: { Tag: [{ Key: "env", Value: index % 2 === 0 ? "prod" : "test" }] },
  }));
const serve = (connections: unknown[]) => simulator.setConnections(REGION, connections);

type Asked = Record<string, string | string[]>;
const question = (asked: Asked) => listParametersOf(readPageParameters(asked));
const ask = (asked: Asked = {}, regionId = REGION) =>
  listVpnConnections(regionId, question(asked), OPERATOR);
const all = (asked: Asked = {}) => allVpnConnections(REGION, question(asked), OPERATOR);
const get = (id: string, regionId = REGION) => getVpnConnection(regionId, id, OPERATOR);
const sent = () => simulator.requests.filter((one) => one.action === action);
const sizes = () =>
  sent()
    .map(({ parameters }) => Number(parameters.PageSize))
    .toSorted((one, other) => one - other);
/** Until the region has been read behind the answer. */
const settled = () => vi.waitUntil(() => facetsSoFar(REGION, OPERATOR) !== null);
const idsOf = ({ vpnConnections }: { vpnConnections: { vpnConnectionId: string }[] }) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

describe("a page of a region that has not been read", () => {
  it("is the API's own page, after one call; the region is read at the same time", async () => {
    const asked = { pageNumber: "2", pageSize: "7", vpnGatewayId: "vpn-1", tag: "env:prod" };
    const list = await ask(asked);
    expect(list).toMatchObject({ counts: null, pageNumber: 2 });
    const ofPage = sent().find(({ parameters }) => parameters.PageSize === "7");
    expect(ofPage?.parameters).toMatchObject({
      PageNumber: "2",
      VpnGatewayId: "vpn-1",
      "Tag.1.Key": "env",
    });
    await settled();
    expect(sizes()).toEqual([7, 50, 50]);
    const again = await ask(asked);
    expect(idsOf(again)).toEqual(idsOf(list));
    expect(again.counts?.up).toBe(11);
    expect(again).not.toHaveProperty("reading");
    expect(sent()).toHaveLength(3);
  });

  it("that holds all there is has counts at once, of what could be read", async () => {
    serve([...bodies(8), { VpnConnectionId: "vco-down", Status: "ike_sa_not_established" }, {}]);
    const list = await ask();
    expect(list.counts).toEqual({ up: 8, degraded: 0, down: 1, unknown: 0 });
    expect(list.unreadable).toHaveLength(1);
    expect(list.requestId).toMatch(/^[0-9A-F-]{36}$/);
  });

  it("is not asked for where the API cannot answer it: the region is", async () => {
    const list = await ask({ status: "up", pageSize: "5" });
    expect(list).toMatchObject({ totalCount: 65, counts: { up: 65 } });
    expect(sizes()).toEqual([50, 50]);
  });

  it("still comes where the region holds fewer than it counts: half a region is no snapshot", async () => {
    const body = JSON.stringify({ TotalCount: 200, VpnConnections: { VpnConnection: bodies(10) } });
    simulator.faults.add({ kind: "body", action, body });
    expect((await ask()).totalCount).toBe(200);
    await expect(ask({ status: "up" })).rejects.toMatchObject({ code: "bad_answer" });
    expect(await ask()).toMatchObject({ totalCount: 200, reading: 0 });
  });

  it("of a region that there is not is not asked for", async () => {
    await expect(ask({}, "eu-nowhere-1")).rejects.toMatchObject({ reason: "unknownRegion" });
    expect(sent()).toEqual([]);
  });
});

describe("one connection", () => {
  it("is told with where it was read, after one call", async () => {
    expect(await get("vco-7")).toMatchObject({
      vpnConnectionId: "vco-7",
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      fetchedAt: expect.any(Number),
    });
    expect(sent().map(({ parameters }) => parameters.VpnConnectionId)).toContain("vco-7");
  });

  it.each([false, true])(
    "that there is not is unknown, the region being read: %j",
    async (isRead) => {
      if (isRead) await ask({ sort: "name" });
      const unknown = { parameter: "vpnConnectionId", reason: "unknownVpnConnection" };
      await expect(get("vco-none")).rejects.toMatchObject({ name: "ParameterError", ...unknown });
    },
  );

  it("may be the one that came without an id", async () => {
    serve([{ Name: "no id" }]);
    await ask({ sort: "name" });
    await expect(get("vco-none")).rejects.toMatchObject({ code: "bad_answer" });
  });

  it("with an id that cannot be one, or in no region, is not asked for", async () => {
    await expect(get("a b")).rejects.toMatchObject({ reason: "malformed" });
    await expect(get("a b", "eu-nowhere-1")).rejects.toMatchObject({ reason: "unknownRegion" });
    expect(sent()).toEqual([]);
  });
});

describe("all that a question finds", () => {
  it("is there without pages, as the filters let it through", async () => {
    const list = await all({ pageNumber: "3", pageSize: "20", tag: "env:test" });
    expect(list).toMatchObject({ totalCount: 32, pageNumber: 1 });
    expect(list.vpnConnections).toHaveLength(32);
  });

  it("has what could not be read, and may be nothing", async () => {
    serve([...bodies(6), { Name: "no id" }]);
    expect(await all({ status: "down" })).toMatchObject({ vpnConnections: [], totalCount: 1 });
    serve([]);
    await pass(11_000);
    expect(await all()).toMatchObject({ vpnConnections: [], unreadable: [], totalCount: 0 });
  });
});

it("what a region can be filtered by is known once it has been read", async () => {
  expect(facetsSoFar(REGION, OPERATOR)).toBeNull();
  await ask({ sort: "name" });
  expect(facetsSoFar(REGION, OPERATOR)?.vpnGatewayIds).toEqual(["vpn-0", "vpn-1", "vpn-2"]);
});

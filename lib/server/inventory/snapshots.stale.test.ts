import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { lastSnapshot } from "@/lib/server/inventory/snapshots";
import {
  allVpnConnections,
  getVpnConnection,
  listVpnConnections,
} from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const action = "DescribeVpnConnections";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  simulator.setConnections("cn-hangzhou", bodies);
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const bodies = Array.from({ length: 30 }, (_, index) => ({
  VpnConnectionId: `vco-${index}`,
  VpnGatewayId: `vpn-${index % 3}`,
  CustomerGatewayId: `cgw-${index % 5}`,
  Status: "ipsec_sa_established",
  Tag: { Tag: [{ Key: "env", Value: index % 2 === 0 ? "prod" : "test" }] },
}));

type Asked = Record<string, string | string[]>;
const question = (asked: Asked) => listParametersOf(readPageParameters(asked));
const ask = (asked: Asked = {}) => listVpnConnections("cn-hangzhou", question(asked), OPERATOR);
const all = (asked: Asked = {}) => allVpnConnections("cn-hangzhou", question(asked), OPERATOR);
const get = (id: string) => getVpnConnection("cn-hangzhou", id, OPERATOR);
const calls = () => simulator.requests.filter((one) => one.action === action).length;
const readWhole = () => ask({ sort: "name" });
/** What a server answers that knows nothing of the region yet; forgotten when the region has been read too. */
async function askApi(asked: Asked) {
  const list = await ask(asked);
  await vi.waitUntil(() => lastSnapshot("cn-hangzhou") !== undefined);
  connectTo(simulator);
  return list;
}
const fail = (code = "Forbidden") => simulator.faults.add({ action, kind: "error", code });
const idsOf = ({ vpnConnections }: { vpnConnections: { vpnConnectionId: string }[] }) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

describe("a region that has just been read whole", () => {
  it.each<[Asked, number]>([
    [{}, 30],
    [{ pageNumber: "2", pageSize: "20" }, 30],
    [{ vpnGatewayId: "vpn-1" }, 10],
    [{ customerGatewayId: "cgw-4", tag: "env:prod" }, 3],
    [{ vpnConnectionId: "vco-7" }, 1],
    [{ vpnConnectionId: "vco-none" }, 0],
    [{ vpnGatewayId: "vpn-1", status: "up", sort: "-name" }, 10],
  ])("answers %j as the API would, without a call", async (asked, totalCount) => {
    const ofApi = await askApi(asked);
    await readWhole();
    const before = calls();
    const held = await ask(asked);
    expect(calls()).toBe(before);
    expect(held.totalCount).toBe(totalCount);
    expect(held.stale).toBeUndefined();
    expect([idsOf(held), held.totalCount]).toEqual([idsOf(ofApi), ofApi.totalCount]);
    expect(held.counts?.up).toBe(totalCount);
  });

  it("answers for one connection and for a file too, and knows whom there is not", async () => {
    await readWhole();
    const before = calls();
    expect(await get("vco-7")).toMatchObject({ vpnConnectionId: "vco-7" });
    await expect(get("vco-none")).rejects.toMatchObject({ reason: "unknownVpnConnection" });
    expect(idsOf(await all({ tag: "env:test" }))).toHaveLength(15);
    expect(calls()).toBe(before);
  });
});

/** Reads the region whole, and lets that grow old. */
async function later(): Promise<number> {
  const { fetchedAt } = await readWhole();
  await pass(16_000);
  return fetchedAt;
}

describe("a region that was read whole a while ago", () => {
  it.each<Asked>([{}, { vpnGatewayId: "vpn-1" }, { status: "up" }, { pageNumber: "2" }])(
    "replaces %j while that cannot be had",
    async (asked) => {
      const ofApi = await askApi(asked);
      const since = await later();
      fail();
      const old = await ask(asked);
      expect(idsOf(old)).toEqual(idsOf(ofApi));
      expect(old.stale).toMatchObject({ since, problem: { code: "access_denied" } });
      expect(old.fetchedAt).toBe(since);
    },
  );

  it("replaces a file and for one connection", async () => {
    const since = await later();
    fail();
    expect(await all({ vpnGatewayId: "vpn-1" })).toMatchObject({
      totalCount: 10,
      stale: { since },
    });
    expect(await get("vco-7")).toMatchObject({ vpnConnectionId: "vco-7", stale: { since } });
  });

  it("does not say that there is no such connection: it may have been made since", async () => {
    await later();
    fail();
    await expect(get("vco-none")).rejects.toMatchObject({ code: "access_denied" });
    expect(await lookUpId("vco-none", OPERATOR)).toMatchObject({
      found: [],
      failed: [{ problemCode: "access_denied" }],
    });
    const looking = lookUpId("vco-7", OPERATOR);
    await pass(1_000);
    expect(await looking).toMatchObject({ found: [{ regionId: "cn-hangzhou" }] });
  });

  it("gives way to what can be had", async () => {
    await later();
    const list = await ask();
    expect(list.stale).toBeUndefined();
    expect(list.requestId).toMatch(/^[0-9A-F-]{36}$/);
  });

  it("is too old after TUNNELBOARD_STALE_SECONDS", async () => {
    vi.stubEnv("TUNNELBOARD_STALE_SECONDS", "60");
    await readWhole();
    fail();
    await pass(59_000);
    expect((await ask()).stale).toBeDefined();
    await pass(1_000);
    await expect(ask({ pageNumber: "2" })).rejects.toMatchObject({ code: "access_denied" });
    await expect(all()).rejects.toMatchObject({ code: "access_denied" });
  });
});

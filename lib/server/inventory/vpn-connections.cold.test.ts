import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { getVpnConnection, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeVpnConnections: vi.fn<typeof VpnConnections.describeVpnConnections>(),
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

const REGION = "region-1";
const describePage = vi.mocked(VpnConnections.describeVpnConnections);
const connections = Array.from({ length: 30 }, (_, index) =>
  one(REGION, `vco-${index}`, undefined, { vpnGatewayId: `vpn-${index % 3}` }),
);

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
  api.say(REGION, connections, { tookMs: 5_000 });
  describePage.mockReset().mockImplementation(async () => page());
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** A page as the API answers it. */
const page = (more: Partial<VpnConnectionList> = {}): VpnConnectionList => ({
  vpnConnections: connections.slice(0, 10),
  unreadable: [],
  totalCount: 30,
  pageNumber: 1,
  pageSize: 10,
  requestId: "R-page",
  fetchedAt: Date.now(),
  counts: null,
  ...more,
});

type Asked = Record<string, string>;
const ask = (asked: Asked = {}, user = OPERATOR) =>
  listVpnConnections(REGION, listParametersOf(readPageParameters(asked)), user);
/** The same, with as much time as the region takes. */
async function askAndWait(asked: Asked = {}, user = OPERATOR) {
  const asking = ask(asked, user);
  await Promise.all([pass(5_000), asking.catch(() => undefined)]);
  return asking;
}

describe("a page of a region without a snapshot", () => {
  it("does not wait for the snapshot, which is read at the same time and behind it", async () => {
    const seen: boolean[] = [];
    describePage.mockImplementation(async () => {
      seen.push(isBackground());
      return page();
    });
    expect(await ask()).toMatchObject({ requestId: "R-page", counts: null, reading: 1 });
    expect(seen).toEqual([false]);
    expect(api.asked).toMatchObject([{ regionId: REGION, isBackground: true }]);
  });

  it("is asked for as the user asks", async () => {
    const asked = { pageNumber: "2", pageSize: "20", vpnGatewayId: "vpn-1", tag: "env:prod" };
    await askAndWait(asked);
    const parameters = { pageNumber: 2, pageSize: 20, vpnGatewayId: "vpn-1", tag: ["env:prod"] };
    expect(describePage).toHaveBeenCalledWith(REGION, expect.objectContaining(parameters));
  });

  it("is asked for once by all who ask the same, and comes from the snapshot after that", async () => {
    await Promise.all([ask(), ask(), ask({ open: "vco-1" })]);
    expect(describePage).toHaveBeenCalledTimes(1);
    await pass(5_000);
    const list = await ask();
    expect(list).toMatchObject({ totalCount: 30, counts: { up: 30 }, requestId: null });
    expect(list).not.toHaveProperty("reading");
    await ask({ pageNumber: "3" });
    expect(describePage).toHaveBeenCalledTimes(1);
    expect(api.asked).toHaveLength(1);
  });

  it.each<[string, Partial<VpnConnectionList>, Asked, boolean]>([
    ["that is followed by another", {}, {}, false],
    ["that is the last of three", { pageNumber: 3 }, { pageNumber: "3" }, false],
    [
      "past the end of nothing",
      { vpnConnections: [], totalCount: 0, pageNumber: 2 },
      { pageNumber: "2" },
      false,
    ],
    ["that holds all", { totalCount: 10 }, {}, true],
    ["of nothing", { vpnConnections: [], totalCount: 0 }, {}, true],
    [
      "that holds all, of which one could not be read",
      { totalCount: 11, unreadable: [{ regionId: REGION, vpnConnectionId: null, fields: [] }] },
      {},
      true,
    ],
  ])("%s is whole or not: it has counts, or more to come", async (_page, given, asked, isWhole) => {
    describePage.mockImplementation(async () => page(given));
    const { counts, reading } = await ask(asked);
    const up = given.vpnConnections?.length ?? 10;
    expect(counts).toEqual(isWhole ? { up, degraded: 0, down: 0, unknown: 0 } : null);
    expect(reading).toBe(isWhole ? undefined : 1);
  });

  it.each<[string, () => Promise<VpnConnectionList>]>([
    ["fails", () => Promise.reject(new VpcApiError("throttled"))],
    ["comes as if there were no filter", async () => page()],
  ])("that %s comes from the snapshot", async (_does, outcome) => {
    describePage.mockImplementation(outcome);
    const list = await askAndWait({ vpnGatewayId: "vpn-1" });
    expect(list).toMatchObject({ totalCount: 10, counts: { up: 10 } });
    expect(list).not.toHaveProperty("reading");
    expect(api.asked).toHaveLength(1);
  });

  it("that comes after its snapshot says that asking again brings counts", async () => {
    api.say(REGION, connections, { tookMs: 1 });
    describePage.mockImplementation(async () => {
      await pass(2);
      return page();
    });
    expect(await ask()).toMatchObject({ counts: null, reading: 1 });
    expect(await ask()).toMatchObject({ counts: { up: 30 } });
  });

  it("that fails together with the region fails for the reason of the region", async () => {
    describePage.mockRejectedValue(new VpcApiError("throttled"));
    api.say(REGION, new VpcApiError("access_denied"), { tookMs: 1 });
    await expect(askAndWait()).rejects.toMatchObject({ code: "access_denied" });
  });

  it("still comes where the region cannot be read, with nothing more to come for now", async () => {
    api.say(REGION, new VpcApiError("bad_answer"), { tookMs: 1 });
    expect((await askAndWait()).reading).toBe(1);
    expect(await ask()).toMatchObject({ totalCount: 30, reading: 0 });
    await expect(ask({ status: "up" })).rejects.toMatchObject({ code: "bad_answer" });
    expect(api.asked).toHaveLength(1);
    await pass(11_000);
    expect(await ask()).toMatchObject({ totalCount: 30, reading: 1 });
    expect(api.asked).toHaveLength(2);
  });

  it.each<[string, Asked, string]>([
    ["a question that the API cannot answer", { status: "up" }, "operator"],
    ["a user who may not see all of it", {}, `viewer:${REGION}/vpn-1`],
  ])("is not asked for by %s: the snapshot is waited for", async (_whom, asked, role) => {
    const list = await askAndWait(asked, userWith([role]));
    expect(list.counts?.up).toBe(list.totalCount);
    expect(describePage).not.toHaveBeenCalled();
    expect(api.asked).toHaveLength(1);
  });
});

const get = (id: string) => getVpnConnection(REGION, id, OPERATOR);

describe("one connection of a region without a snapshot", () => {
  it("is there after one call for its id", async () => {
    describePage.mockImplementation(async () =>
      page({ vpnConnections: connections.slice(7, 8), totalCount: 1 }),
    );
    expect(await get("vco-7")).toMatchObject({ vpnConnectionId: "vco-7", requestId: "R-page" });
    const parameters = expect.objectContaining({ vpnConnectionId: "vco-7" });
    expect(describePage).toHaveBeenCalledWith(REGION, parameters);
  });

  it.each<[string, () => Promise<VpnConnectionList>]>([
    ["refuses to know it", () => Promise.reject(new VpcApiError("not_found"))],
    ["ignores the filter", async () => page()],
  ])("is looked for in the snapshot where the API %s", async (_does, outcome) => {
    describePage.mockImplementation(outcome);
    const asking = [get("vco-29"), get("vco-none")];
    const ended = Promise.allSettled(asking);
    await pass(5_000);
    expect(await ended).toMatchObject([
      { value: { vpnConnectionId: "vco-29" } },
      { reason: { parameter: "vpnConnectionId", reason: "unknownVpnConnection" } },
    ]);
  });
});

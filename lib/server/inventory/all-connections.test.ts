import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import {
  downloadAllVpnConnections,
  listAllVpnConnections,
} from "@/lib/server/inventory/all-connections";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { DOWN, one, regionAnswers, UP } from "@/lib/server/testing/region-answers";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(3);
  api.say("region-1", [one("region-1", "vco-c"), one("region-1", "vco-a", DOWN)]);
  api.say("region-2", [
    one("region-2", "vco-b", UP, { vpnGatewayId: "vpn-9", tags: [{ key: "env", value: "prod" }] }),
  ]);
  api.say("region-3", [one("region-3", "vco-d", DOWN, { customerGatewayIds: ["cgw-9"] })], {
    unreadable: [{ regionId: "region-3", vpnConnectionId: "vco-x", fields: ["Name"] }],
  });
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

type Asked = Record<string, string | string[]>;
const parametersOf = (asked: Asked) => listParametersOf(readPageParameters(asked));
const ask = async (asked: Asked = {}) => {
  const list = listAllVpnConnections(parametersOf(asked), OPERATOR, 1_000);
  await pass(1_000);
  return list;
};
const sevenOf = (regionId: string) =>
  Array.from({ length: 7 }, (_, index) => one(regionId, `${regionId}-${index}`));
const idsOf = ({ vpnConnections }: { vpnConnections: { vpnConnectionId: string }[] }) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

describe("the connections of all regions", () => {
  it("stand in the order of their regions, and what could not be read behind them", async () => {
    const list = await ask();
    expect(idsOf(list)).toEqual(["vco-c", "vco-a", "vco-b", "vco-d"]);
    expect(list.unreadable).toMatchObject([{ regionId: "region-3", vpnConnectionId: "vco-x" }]);
    expect(list).toMatchObject({
      totalCount: 5,
      requestId: null,
      counts: { up: 2, degraded: 0, down: 2, unknown: 0 },
    });
  });

  it.each<[Asked, string[]]>([
    [{ status: "down" }, ["vco-a", "vco-d"]],
    [{ sort: "vpnConnectionId" }, ["vco-a", "vco-b", "vco-c", "vco-d"]],
    [{ q: "vco-b" }, ["vco-b"]],
    [{ vpnGatewayId: "vpn-9" }, ["vco-b"]],
    [{ customerGatewayId: "cgw-9" }, ["vco-d"]],
    [{ vpnConnectionId: "vco-c" }, ["vco-c"]],
    [{ tag: "env:prod" }, ["vco-b"]],
    [{ tag: "env:test" }, []],
    [{ vpnGatewayId: "vpn-none" }, []],
  ])("for %j are found without another read", async (asked, expected) => {
    await ask();
    expect(idsOf(await ask(asked))).toEqual(expected);
    expect(api.asked).toHaveLength(3);
  });

  it("come in pages over all regions", async () => {
    for (const regionId of ["region-1", "region-2"]) api.say(regionId, sevenOf(regionId));
    const second = await ask({ pageNumber: "2", pageSize: "10" });
    expect(idsOf(second)).toEqual([
      "region-2-3",
      "region-2-4",
      "region-2-5",
      "region-2-6",
      "vco-d",
    ]);
    expect(second).toMatchObject({ totalCount: 16, pageNumber: 2 });
  });

  it("that are not all known yet come with what is missing", async () => {
    api.say("region-1", "never");
    api.say("region-2", new VpcApiError("access_denied"));
    const list = await ask({ status: "down" });
    expect(idsOf(list)).toEqual(["vco-d"]);
    expect(list.regions).toMatchObject([
      { regionId: "region-1", state: "loading", totalCount: null },
      { regionId: "region-2", state: "failed", problem: { code: "access_denied" } },
      // Whatever the question, of this region all has been read.
      { regionId: "region-3", state: "ready", totalCount: 2 },
    ]);
  });

  it("are an empty list at first, which waits for nothing", async () => {
    const list = await listAllVpnConnections(parametersOf({}), OPERATOR);
    expect(list).toMatchObject({ vpnConnections: [], totalCount: 0 });
    expect(list.regions?.map(({ state }) => state)).toEqual(["loading", "loading", "loading"]);
  });
});

describe("all of them", () => {
  it("are waited for, and come on one page", async () => {
    api.say("region-2", [one("region-2", "vco-b")], { tookMs: 15_000 });
    const list = downloadAllVpnConnections(
      parametersOf({ pageNumber: "3", pageSize: "10" }),
      OPERATOR,
    );
    await pass(15_000);
    expect(idsOf(await list)).toEqual(["vco-c", "vco-a", "vco-b", "vco-d"]);
    expect((await list).unreadable).toHaveLength(1);
    expect((await list).regions?.every(({ state }) => state === "ready")).toBe(true);
  });

  it("are waited for 20 seconds at most, and then tell what is missing", async () => {
    api.say("region-2", "never");
    const list = downloadAllVpnConnections(parametersOf({}), OPERATOR);
    await pass(20_000);
    expect(idsOf(await list)).toEqual(["vco-c", "vco-a", "vco-d"]);
    expect((await list).regions?.[1]?.state).toBe("loading");
  });
});

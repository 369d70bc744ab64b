import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import {
  CUSTOMER_GATEWAYS,
  getGateway,
  listGateways,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import type { User } from "@/lib/server/auth/user";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 6 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  // Time-outs stand still, so that a slow machine does not run into them.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  simulator.reset();
  simulator.setVpnGateways("cn-hangzhou", [{ VpnGatewayId: "vpn-other" }, vpnGatewayBody]);
  simulator.setCustomerGateways("cn-hangzhou", [
    { CustomerGatewayId: "cgw-other" },
    customerGatewayBody,
  ]);
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const KINDS = [
  {
    kind: "VPN gateway",
    action: "DescribeVpnGateways",
    id: vpnGatewayBody.VpnGatewayId,
    parameter: "vpnGatewayId",
    reason: "unknownVpnGateway",
    rename: (Name: string) =>
      simulator.setVpnGateways("cn-hangzhou", [{ ...vpnGatewayBody, Name }]),
    get: (...asked: [string, string, User]) => getGateway(VPN_GATEWAYS, ...asked),
    list: (...asked: [string, User]) => listGateways(VPN_GATEWAYS, ...asked),
  },
  {
    kind: "customer gateway",
    action: "DescribeCustomerGateways",
    id: customerGatewayBody.CustomerGatewayId,
    parameter: "customerGatewayId",
    reason: "unknownCustomerGateway",
    rename: (Name: string) =>
      simulator.setCustomerGateways("cn-hangzhou", [{ ...customerGatewayBody, Name }]),
    get: (...asked: [string, string, User]) => getGateway(CUSTOMER_GATEWAYS, ...asked),
    list: (...asked: [string, User]) => listGateways(CUSTOMER_GATEWAYS, ...asked),
  },
];

const calls = (action: string) => simulator.requests.filter((one) => one.action === action);

describe.each(KINDS)("one $kind", ({ action, id, parameter, reason, ...kind }) => {
  const get = (wanted = id, regionId = "cn-hangzhou") => kind.get(regionId, wanted, OPERATOR);

  it("is told with where it was read", async () => {
    expect(await get()).toMatchObject({
      [parameter]: id,
      regionId: "cn-hangzhou",
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      fetchedAt: expect.any(Number),
    });
  });

  it("is read once for all who ask", async () => {
    await Promise.all([get(), get()]);
    await get();
    expect(calls(action)).toHaveLength(1);
  });

  it("that there is not is said to be unknown, and asked for once", async () => {
    await expect(get("none-1")).rejects.toMatchObject({ parameter, reason });
    await expect(get("none-1")).rejects.toMatchObject({ parameter, reason });
    expect(calls(action)).toHaveLength(1);
  });

  it.each(["InvalidRegionId.NotFound", "Forbidden", "SomethingNew"])(
    "refused with %s is the API's refusal",
    async (code) => {
      simulator.faults.add({ action, kind: "error", code, status: 400 });
      await expect(get()).rejects.toMatchObject({ name: "VpcApiError", upstreamCode: code });
    },
  );

  it("that failed is asked for again, but not at once", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    simulator.faults.add({ action, kind: "error", code: "Forbidden", times: 1 });
    await expect(get()).rejects.toMatchObject({ code: "access_denied", action });
    now += 29_000;
    await expect(get()).rejects.toMatchObject({ code: "access_denied", action });
    expect(calls(action)).toHaveLength(1);
    now += 2_000;
    expect(await get()).toMatchObject({ [parameter]: id });
  });

  it("that cannot be read again is the old one, and one that was not there is no longer sure", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "10");
    const { fetchedAt } = await get();
    await expect(get("none-1")).rejects.toMatchObject({ parameter, reason });
    simulator.faults.add({ action, kind: "error", code: "Forbidden" });
    now += 61_000;
    expect(await get()).toMatchObject({
      [parameter]: id,
      stale: { since: fetchedAt, problem: { code: "access_denied" } },
    });
    await expect(get("none-1")).rejects.toMatchObject({ code: "access_denied" });
  });

  it.each(["", "a b", "a/b", "x".repeat(101), "vpn-网关"])(
    "with the id %j is not asked for",
    async (wanted) => {
      await expect(get(wanted)).rejects.toMatchObject({ parameter, reason: "malformed" });
      expect(calls(action)).toEqual([]);
    },
  );

  it("of a region that there is not is not asked for, whatever its id", async () => {
    const unknown = { parameter: "regionId", reason: "unknownRegion" };
    await expect(get(id, "eu-nowhere-1")).rejects.toMatchObject(unknown);
    await expect(get("a b", "eu-nowhere-1")).rejects.toMatchObject(unknown);
    expect(calls(action)).toEqual([]);
  });
});

describe.each(KINDS)("the $kind list of a region", ({ action, parameter, list, rename, id }) => {
  const names = async () => (await list("cn-hangzhou", OPERATOR)).map(({ name }) => name);

  it("holds all of them", async () => {
    const all = await list("cn-hangzhou", OPERATOR);
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({ [parameter]: id });
    expect(calls(action)).toHaveLength(1);
  });

  it("shows a new name within a minute", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "10");
    rename("first");
    expect(await names()).toEqual(["first"]);
    rename("second");
    now += 60_000;
    expect(await names()).toEqual(["second"]);
  });

  it("that failed is no empty list, and is asked for again", async () => {
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM", times: 1 });
    await expect(names()).rejects.toMatchObject({ code: "access_denied", action });
    now += 31_000;
    expect(await names()).toHaveLength(2);
  });

  it("of a region that there is not is not asked for", async () => {
    await expect(list("eu-nowhere-1", OPERATOR)).rejects.toMatchObject({ reason: "unknownRegion" });
    expect(calls(action)).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { getVpnConnection } from "@/lib/server/inventory/one-connection";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { READER } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

const action = "DescribeVpnConnections";
const unreadable = { VpnConnectionId: "vco-broken", Name: {} };
const unknown = { parameter: "vpnConnectionId", reason: "unknownVpnConnection" };

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  // Patience stands still, so that a slow machine cannot run out of it.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  simulator.reset();
  simulator.setConnections("cn-hangzhou", [singleTunnel, unreadable, dualTunnel]);
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const get = (id: string, regionId = "cn-hangzhou") => getVpnConnection(regionId, id, READER);
const calls = () => simulator.requests.filter((one) => one.action === action);

/** An API that filters nothing. */
function ignoreFilters(connections: unknown[]) {
  const body = {
    TotalCount: connections.length,
    VpnConnections: { VpnConnection: connections.slice(0, 10) },
  };
  simulator.faults.add({ action, kind: "body", body: JSON.stringify(body), times: 1 });
  const whole = { ...body, VpnConnections: { VpnConnection: connections } };
  simulator.faults.add({ action, kind: "body", body: JSON.stringify(whole) });
}

describe("one connection", () => {
  it("is told with where it was read", async () => {
    expect(await get("vco-dual1")).toMatchObject({
      vpnConnectionId: "vco-dual1",
      regionId: "cn-hangzhou",
      tunnelMode: "dual",
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      fetchedAt: expect.any(Number),
    });
    expect(calls().map(({ parameters }) => parameters.VpnConnectionId)).toEqual(["vco-dual1"]);
  });

  it("is read once for all who ask, and for the list with its id", async () => {
    await Promise.all([get("vco-single1"), get("vco-single1")]);
    const { open: _open, ...nothing } = NO_PARAMETERS;
    const question = { ...nothing, vpnConnectionId: "vco-single1" };
    expect((await listVpnConnections("cn-hangzhou", question, READER)).totalCount).toBe(1);
    expect(calls()).toHaveLength(1);
  });

  it("that there is not is unknown, and so is one that the API refuses to know", async () => {
    await expect(get("vco-none")).rejects.toMatchObject(unknown);
    const code = "InvalidVpnConnectionInstanceId.NotFound";
    simulator.faults.add({ action, kind: "error", code });
    await expect(get("vco-none2")).rejects.toMatchObject({ name: "ParameterError", ...unknown });
  });

  it("that makes no sense is a bad answer", async () => {
    await expect(get("vco-broken")).rejects.toMatchObject({
      code: "bad_answer",
      requestId: expect.any(String),
    });
  });

  it("may be the one that came without an id", async () => {
    const body = { TotalCount: 1, VpnConnections: { VpnConnection: [{ Name: "no id" }] } };
    simulator.faults.add({ action, kind: "body", body: JSON.stringify(body) });
    await expect(get("vco-none")).rejects.toMatchObject({ code: "bad_answer" });
  });

  it("is found also where the API ignores the filter", async () => {
    const others = Array.from({ length: 20 }, (_, index) => ({ VpnConnectionId: `vco-${index}` }));
    ignoreFilters([...others, singleTunnel]);
    expect((await get("vco-single1")).vpnConnectionId).toBe("vco-single1");
    simulator.faults.clear();
    ignoreFilters(others);
    await expect(get("vco-none")).rejects.toMatchObject(unknown);
  });

  it.each(["InvalidRegionId.NotFound", "Forbidden"])("refused with %s is that", async (code) => {
    simulator.faults.add({ action, kind: "error", code });
    await expect(get("vco-single1")).rejects.toMatchObject({ upstreamCode: code });
  });

  it("with an id that cannot be one, or in no region, is not asked for", async () => {
    await expect(get("a b")).rejects.toMatchObject({ reason: "malformed" });
    await expect(get("a b", "eu-nowhere-1")).rejects.toMatchObject({ reason: "unknownRegion" });
    expect(calls()).toEqual([]);
  });
});

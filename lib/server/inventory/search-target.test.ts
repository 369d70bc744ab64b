import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findEverywhere } from "@/lib/server/inventory/search-target";
import { connectTo } from "@/lib/server/testing/account";
import { startClock, stopClock } from "@/lib/server/testing/clock";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

let simulator: Simulator;
let here = "";
let there = "";

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  [here = "", there = ""] = simulator.regionIds;
  for (const regionId of simulator.regionIds) {
    simulator.setConnections(regionId, []);
    simulator.setVpnGateways(regionId, []);
    simulator.setCustomerGateways(regionId, []);
  }
  simulator.setConnections(there, [singleTunnel, dualTunnel]);
  simulator.setVpnGateways(there, [vpnGatewayBody, { VpnGatewayId: "vpn-unused", Name: "spare" }]);
  simulator.setCustomerGateways(there, [customerGatewayBody]);
  connectTo(simulator);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const closed = (regionId: string) =>
  simulator.faults.add({ kind: "error", regionId, code: "Forbidden.RAM" });

describe("a search", () => {
  it.each([
    ["vco-single1", "vpnConnection", "vco-single1"],
    ["branch office", "vpnConnection", "vco-single1"],
    ["Branch Office", "vpnConnection", "vco-single1"],
    ["vpn-gateway1", "vpnGateway", "vpn-gateway1"],
    ["office gateway", "vpnGateway", "vpn-gateway1"],
    ["203.0.113.1", "vpnGateway", "vpn-gateway1"],
    ["spare", "vpnGateway", "vpn-unused"],
    ["vpn-unused", "vpnGateway", "vpn-unused"],
    ["branch router", "customerGateway", "cgw-customer1"],
    ["198.51.100.20", "customerGateway", "cgw-customer1"],
  ])("for %j finds the %s that is called so", async (text, kind, id) => {
    const { exact, isWhole } = await findEverywhere(text, OPERATOR);
    expect(exact).toEqual([{ kind, regionId: there, id }]);
    expect(isWhole).toBe(true);
  });

  it.each([
    ["tun-two", "vco-dual1"],
    ["head off", "vco-dual1"],
  ])("for %j finds the one connection that has it", async (text, id) => {
    const { exact, only } = await findEverywhere(text, OPERATOR);
    expect(exact).toEqual([]);
    expect(only).toEqual({ kind: "vpnConnection", regionId: there, id });
  });

  it("for what several have, or nobody, finds no one thing", async () => {
    expect((await findEverywhere("office", OPERATOR)).only).toBeNull();
    expect(await findEverywhere("nobody", OPERATOR)).toEqual({
      exact: [],
      only: null,
      isWhole: true,
    });
  });

  it("tells of a name that two things have", async () => {
    simulator.setConnections(here, [{ ...singleTunnel, VpnConnectionId: "vco-twin" }]);
    const { exact } = await findEverywhere("branch office", OPERATOR);
    expect(exact.map(({ id }) => id)).toEqual(["vco-twin", "vco-single1"]);
  });

  it("does not take a catch-all for the one that is meant, nor for another one", async () => {
    const everything = { ...singleTunnel, LocalSubnet: "0.0.0.0/0", RemoteSubnet: "0.0.0.0/0" };
    const network = { ...singleTunnel, VpnConnectionId: "vco-net", RemoteSubnet: "198.18.77.0/24" };
    simulator.setConnections(there, [everything, network]);
    expect((await findEverywhere("192.0.2.77", OPERATOR)).only).toBeNull();
    expect((await findEverywhere("198.18.77.5", OPERATOR)).only?.id).toBe("vco-net");
  });

  it("says so where a region could not be read", async () => {
    closed(here);
    expect(await findEverywhere("branch office", OPERATOR)).toMatchObject({
      exact: [{ id: "vco-single1" }],
      isWhole: false,
    });
  });

  it("fails where the regions are not to be had", async () => {
    simulator.faults.add({ kind: "error", action: "DescribeRegions", code: "Forbidden.RAM" });
    await expect(findEverywhere("x", OPERATOR)).rejects.toMatchObject({ code: "access_denied" });
  });
});

describe("whom it is not for", () => {
  it.each(["vco-single1", "branch office", "spare", "203.0.113.1", "vpn-unused", "tun-two"])(
    "does not find %j",
    async (text) => {
      // Others have read it all.
      await findEverywhere(text, OPERATOR);
      const found = await findEverywhere(text, userWith([`viewer:${here}`]));
      expect(found).toEqual({ exact: [], only: null, isWhole: true });
    },
  );

  it("finds of gateways those that are theirs", async () => {
    await findEverywhere("x", OPERATOR);
    const user = userWith([`viewer:${there}/vpn-gateway1`]);
    expect((await findEverywhere("office gateway", user)).exact).toHaveLength(1);
    expect((await findEverywhere("spare", user)).exact).toEqual([]);
  });
});

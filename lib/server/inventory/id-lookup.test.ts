import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { connectTo } from "@/lib/server/testing/account";
import { startClock, stopClock } from "@/lib/server/testing/clock";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { CHINESE_OPERATOR, OPERATOR, userWith } from "@/lib/server/testing/users";
import { singleTunnel } from "@/lib/server/testing/wire-bodies";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));

let simulator: Simulator;
let here = "";
let there = "";
let third = "";

beforeAll(async () => {
  simulator = await startSimulator({ regions: 3, connections: 3 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  stopClock();
  simulator.reset();
  [here = "", there = "", third = ""] = simulator.regionIds;
  for (const regionId of simulator.regionIds) {
    simulator.setConnections(regionId, []);
    simulator.setVpnGateways(regionId, []);
    simulator.setCustomerGateways(regionId, []);
  }
  simulator.setConnections(there, [singleTunnel]);
  simulator.setVpnGateways(there, [vpnGatewayBody, { VpnGatewayId: "vpn-unused" }]);
  simulator.setCustomerGateways(there, [customerGatewayBody, { CustomerGatewayId: "cgw-unused" }]);
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const actions = () => simulator.requests.map(({ action }) => action);
const refuse = (action: string, code = "Forbidden.RAM") =>
  simulator.faults.add({ kind: "error", action, code });

describe("an id", () => {
  it.each([
    ["vco-single1", "vpnConnection"],
    ["vpn-gateway1", "vpnGateway"],
    ["cgw-customer1", "customerGateway"],
    ["vpn-unused", "vpnGateway"],
    ["cgw-unused", "customerGateway"],
  ])(
    "%s is found in the region that has it, with its name in the user's language",
    async (id, kind) => {
      expect(await lookUpId(id, OPERATOR)).toEqual({
        kind,
        id,
        found: [{ regionId: there, localName: expect.any(String) }],
        failed: [],
      });
      const [english, chinese] = await Promise.all(
        [OPERATOR, CHINESE_OPERATOR].map((user) => lookUpId(id, user)),
      );
      expect(chinese).not.toEqual(english);
    },
  );

  it.each([
    "",
    "vpn",
    "vpn-",
    "tr-1",
    "VPN-1",
    " vpn-1",
    "vpn-a b",
    `vpn-${"x".repeat(100)}`,
    "vpn-1/..",
  ])("that is %j is nobody's, and not looked for", async (id) => {
    expect(await lookUpId(id, OPERATOR)).toEqual({ kind: "noId", id });
    expect(simulator.requests).toEqual([]);
  });

  it("costs no call where everything has been read already", async () => {
    await lookUpId("vco-single1", OPERATOR);
    simulator.requests.length = 0;
    await lookUpId("vco-other", OPERATOR);
    expect(actions()).toEqual([]);
    await lookUpId("vpn-gateway1", OPERATOR);
    // To look a connection up asked no region for its gateways.
    expect(new Set(actions())).toEqual(new Set(["DescribeVpnGateways"]));
    expect(actions()).toHaveLength(3);
    await lookUpId("vpn-other", CHINESE_OPERATOR);
    expect(actions().filter((action) => action !== "DescribeRegions")).toHaveLength(3);
  });

  it("that no region has is found nowhere, and which could not say is told in their order", async () => {
    for (const regionId of [third, here]) {
      simulator.faults.add({
        kind: "error",
        action: "DescribeVpnConnections",
        regionId,
        code: "Forbidden",
      });
    }
    expect(await lookUpId("vco-none", OPERATOR)).toMatchObject({
      found: [],
      failed: [
        { region: { regionId: here }, problemCode: "access_denied" },
        { region: { regionId: third }, problemCode: "access_denied" },
      ],
    });
  });

  it("of a connection may be the one that came without an id", async () => {
    simulator.setConnections(here, [{ Name: "no id" }]);
    expect(await lookUpId("vco-none", OPERATOR)).toMatchObject({
      found: [],
      failed: [{ region: { regionId: here }, problemCode: "bad_answer" }],
    });
  });

  it("is not looked for where the regions are not to be had", async () => {
    refuse("DescribeRegions");
    await expect(lookUpId("vpn-1", OPERATOR)).rejects.toMatchObject({ code: "access_denied" });
  });

  it("is not found by whom it is not for", async () => {
    const user = userWith([`viewer:${here}`]);
    expect(await lookUpId("vco-single1", user)).toMatchObject({ found: [], failed: [] });
  });
});

describe("a gateway that may not be read", () => {
  const rows = [
    ["vpn-gateway1", "DescribeVpnGateways"],
    ["cgw-customer1", "DescribeCustomerGateways"],
  ] as const;

  it.each(rows)("is there as %s where a connection uses it", async (id, action) => {
    refuse(action);
    expect(await lookUpId(id, OPERATOR)).toMatchObject({ found: [{ regionId: there }] });
  });

  it.each(rows)("may be there where none uses it: %s", async (id, action) => {
    refuse(action);
    const lookup = await lookUpId(`${id}-unused`, OPERATOR);
    expect(lookup).toMatchObject({ found: [] });
    expect(lookup.kind !== "noId" && lookup.failed).toHaveLength(3);
  });
});

describe("a gateway whose region does not tell its connections", () => {
  it.each(["vpn-gateway1", "cgw-customer1"])("is found: %s", async (id) => {
    refuse("DescribeVpnConnections", "Forbidden");
    expect(await lookUpId(id, OPERATOR)).toMatchObject({ found: [{ regionId: there }] });
    expect(actions()).not.toContain("DescribeVpnConnections");
  });
});

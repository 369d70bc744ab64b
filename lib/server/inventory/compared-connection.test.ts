import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { comparedConnection } from "@/lib/server/inventory/compared-connection";
import { connectTo } from "@/lib/server/testing/account";
import { OPERATOR } from "@/lib/server/testing/users";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));

let simulator: Simulator;
let here = "";
let there = "";

const body = (id: string, Name: string) => ({
  VpnConnectionId: `vco-${id}`,
  Name,
  Status: "ipsec_sa_established",
});

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  [here = "", there = ""] = simulator.regionIds;
  simulator.setConnections(here, [body("here", "Near by"), body("twin", "twin")]);
  simulator.setConnections(there, [body("there", "Far away"), body("twin2", "twin")]);
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (asked: string, withRegionId: string | null = null) =>
  comparedConnection(here, { with: asked, withRegionId }, OPERATOR);

describe("what a connection is compared with", () => {
  it.each([
    ["vco-here", null, "vco-here"],
    ["vco-there", null, "vco-there"],
    ["Near by", null, "vco-here"],
    ["Far away", null, "vco-there"],
  ])("%s is found in whichever region it is", async (asked, regionId, id) => {
    expect((await ask(asked, regionId))?.vpnConnectionId).toBe(id);
  });

  it("is looked for in one region where that is named", async () => {
    expect((await ask("twin", there))?.vpnConnectionId).toBe("vco-twin2");
    await expect(ask("vco-here", there)).rejects.toMatchObject({
      parameter: "with",
      reason: "unknownVpnConnection",
    });
  });

  it.each([
    ["vco-nothing", "unknownToAllRegions"],
    ["zz", "malformed"],
    ["no such name", "malformed"],
    // Nobody knows which of the two.
    ["twin", "malformed"],
  ])("%s is refused by the name of the parameter", async (asked, reason) => {
    await expect(ask(asked)).rejects.toMatchObject({ parameter: "with", reason });
  });

  it("is not said to be nowhere while a region cannot be read", async () => {
    simulator.faults.add({ kind: "error", regionId: there, code: "Forbidden.RAM" });
    await expect(ask("vco-nothing")).rejects.toMatchObject({ code: "access_denied" });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import {
  CUSTOMER_GATEWAYS,
  findGateway,
  getGateway,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { fill } from "@/lib/server/testing/limited-account";
import { HERE } from "@/lib/server/testing/limited-questions";
import { userWith } from "@/lib/server/testing/users";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  fill(simulator);
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const LIMITED = userWith([`viewer:${HERE}/vpn-a`]);
const refuse = (action: string, times?: number) =>
  simulator.faults.add({ kind: "error", action, code: "Forbidden.RAM", times });

async function errorOf(asking: Promise<unknown>): Promise<unknown> {
  return asking.then(
    () => "none",
    (error: unknown) => Object.assign({}, error, { requestId: null }),
  );
}

describe("what a limited user may not see, while something fails,", () => {
  it("is not found where gateways may not be read; what they may see is", async () => {
    refuse("DescribeVpnGateways");
    expect(await lookUpId("vpn-a", LIMITED)).toMatchObject({ found: [{ regionId: HERE }] });
    for (const id of ["vpn-b", "vpn-c", "vpn-none"]) {
      expect(await lookUpId(id, LIMITED)).toEqual({
        kind: "vpnGateway",
        id,
        found: [],
        failed: [],
      });
    }
  });

  it.each(["vpnGateway", "customerGateway"] as const)(
    "is no more there as a %s when the region could not be read a moment ago",
    async (kind) => {
      const [hidden, none] = kind === "vpnGateway" ? ["vpn-b", "vpn-none"] : ["cgw-z", "cgw-none"];
      refuse("DescribeVpnConnections", 1);
      const find = (id: string) =>
        kind === "vpnGateway"
          ? findGateway(VPN_GATEWAYS, HERE, id, LIMITED)
          : findGateway(CUSTOMER_GATEWAYS, HERE, id, LIMITED);
      const first = await errorOf(find(hidden));
      expect(first).toMatchObject({ code: "access_denied" });
      expect(await errorOf(find(none))).toEqual(first);
      expect(await errorOf(find(hidden))).toEqual(first);
    },
  );

  it("fails like what there is not", async () => {
    refuse("DescribeVpnConnections");
    const ofConnection = await errorOf(getVpnConnection(HERE, "vco-b1", LIMITED));
    expect(ofConnection).toMatchObject({ code: "access_denied" });
    expect(await errorOf(getVpnConnection(HERE, "vco-none", LIMITED))).toEqual(ofConnection);
    const ofGateway = await errorOf(getGateway(VPN_GATEWAYS, HERE, "vpn-b", LIMITED));
    expect(await errorOf(getGateway(VPN_GATEWAYS, HERE, "vpn-none", LIMITED))).toEqual(ofGateway);
  });

  it("is not asked for where it is another region's", async () => {
    const there = simulator.regionIds[1] ?? "";
    const gone = { name: "ParameterError", parameter: "regionId", reason: "unknownRegion" };
    refuse("DescribeRegions");
    for (const regionId of [there, "eu-nowhere-1"]) {
      await expect(getVpnConnection(regionId, "vco-c1", LIMITED)).rejects.toMatchObject(gone);
      await expect(getGateway(VPN_GATEWAYS, regionId, "vpn-c", LIMITED)).rejects.toMatchObject(
        gone,
      );
    }
    expect(simulator.requests.map(({ action }) => action)).not.toContain("DescribeVpnConnections");
    expect(simulator.requests.map(({ action }) => action)).not.toContain("DescribeVpnGateways");
  });
});

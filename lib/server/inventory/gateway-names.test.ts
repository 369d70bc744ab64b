import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { areGatewaysFresh, readGateways } from "@/lib/server/inventory/gateway-lists";
import { beforeNames, namesSoon } from "@/lib/server/inventory/gateway-names";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/inventory/gateway-lists", () => ({
  areGatewaysFresh: vi.fn<typeof areGatewaysFresh>(),
  readGateways: vi.fn<typeof readGateways>(),
}));

const NEVER = new Promise<never>(() => undefined);
const areFresh = vi.mocked(areGatewaysFresh);
const gatewaysOf = vi.mocked(readGateways);
const addNames = vi.fn<() => Promise<void>>();

beforeEach(() => {
  stopClock();
  areFresh.mockReset().mockReturnValue(false);
  gatewaysOf.mockReset().mockResolvedValue();
  addNames.mockReset().mockResolvedValue();
});
afterEach(() => {
  startClock();
  globalThis.__tunnelboard = undefined;
});

const snapshot: RegionSnapshot = {
  version: "1",
  vpnConnections: [connection("vco-a", [tunnel(null)], { regionId: "region-1" })],
  unreadable: [],
  requestId: null,
  fetchedAt: 0,
};
const read = (regionId: string, answer: Promise<RegionSnapshot> = Promise.resolve(snapshot)) =>
  beforeNames(regionId, answer, addNames);

describe("names of gateways", () => {
  it("come after the connections, in the background", async () => {
    const backgrounds: boolean[] = [];
    gatewaysOf.mockImplementation(async () => void backgrounds.push(isBackground()));
    expect(await read("region-1")).toBe(snapshot);
    await pass(0);
    expect(backgrounds).toEqual([true]);
    expect(addNames).toHaveBeenCalledOnce();
  });

  it("are not read where they are known, or where there is nothing to name", async () => {
    await read("region-1", Promise.resolve({ ...snapshot, vpnConnections: [] }));
    areFresh.mockReturnValue(true);
    await read("region-1");
    await pass(10_000);
    expect(gatewaysOf).not.toHaveBeenCalled();
  });

  it("that become known while the region is being read are added all the same", async () => {
    const late = new Promise<RegionSnapshot>((resolve) => {
      setTimeout(() => resolve(snapshot), 1_000);
    });
    void read("region-1", late);
    areFresh.mockReturnValue(true);
    await pass(1_000);
    expect(addNames).toHaveBeenCalledOnce();
  });

  it("are read once however often the region is read meanwhile", async () => {
    gatewaysOf.mockReturnValue(NEVER);
    await read("region-1");
    await pass(0);
    await read("region-1");
    await pass(10_000);
    expect(gatewaysOf).toHaveBeenCalledOnce();
  });

  it("wait until no region is being read", async () => {
    const late = new Promise<RegionSnapshot>((resolve) => {
      setTimeout(() => resolve(snapshot), 1_000);
    });
    void read("region-2", late);
    await read("region-1");
    await pass(999);
    expect(gatewaysOf).not.toHaveBeenCalled();
    await pass(1);
    expect(gatewaysOf.mock.calls).toEqual([["region-1"], ["region-2"]]);
  });

  it("do not wait for a region that hangs", async () => {
    void read("region-2", NEVER);
    await read("region-1");
    await pass(1_999);
    expect(gatewaysOf).not.toHaveBeenCalled();
    await pass(1);
    expect(addNames).toHaveBeenCalledOnce();
  });

  it("come at once when somebody waits for them, and are waited for three seconds", async () => {
    gatewaysOf.mockReturnValue(NEVER);
    void read("region-2", NEVER);
    await read("region-1");
    const seen: string[] = [];
    void namesSoon("region-1").then(() => seen.push("waited"));
    await pass(0);
    expect(gatewaysOf).toHaveBeenCalledWith("region-1");
    await pass(2_999);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toEqual(["waited"]);
  });

  it("are not waited for where none are coming", async () => {
    await expect(namesSoon("region-1")).resolves.toBeUndefined();
  });

  it("do not come for a region that cannot be read", async () => {
    const failure = Promise.reject(new Error("no region"));
    await expect(read("region-1", failure)).rejects.toThrow("no region");
    await pass(10_000);
    expect(gatewaysOf).not.toHaveBeenCalled();
  });
});

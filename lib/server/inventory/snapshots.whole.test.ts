import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { OPERATOR } from "@/lib/server/testing/users";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 130 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (asked: Record<string, string | string[]>) =>
  listVpnConnections("cn-hangzhou", listParametersOf(readPageParameters(asked)), OPERATOR);
const sent = () => simulator.requests.filter(({ action }) => action === "DescribeVpnConnections");

const broken = { Name: "no id" };
const bodies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    VpnConnectionId: `vco-${index}`,
    Name: `${index}`,
  }));

/** Whether the calls under way have come to an end. */
async function hasSettled(): Promise<boolean> {
  const before = sent().length;
  await sleep(100);
  return sent().length === before;
}

describe("a question the API upstream cannot answer", () => {
  it("reads the region once for all pages and filters", async () => {
    const [up, first, second] = await Promise.all([
      ask({ status: "up", pageSize: "50" }),
      ask({ sort: "name" }),
      ask({ sort: "name", pageNumber: "2" }),
    ]);
    expect(new Set(sent().map(({ parameters }) => parameters.PageNumber))).toEqual(
      new Set(["1", "2", "3"]),
    );
    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map(({ parameters }) => parameters.PageSize))).toEqual(new Set(["50"]));
    expect(first.totalCount).toBe(130);
    expect(first.counts?.up).toBe(up.totalCount);
    expect(first.vpnConnections).toHaveLength(10);
    expect(second.vpnConnections[0]).not.toEqual(first.vpnConnections[0]);
    expect(first.requestId).toBeNull();
  });

  it("costs one call where one page holds everything, and keeps its RequestId", async () => {
    simulator.setConnections("cn-hangzhou", bodies(49));
    const { totalCount, requestId } = await ask({ q: "4" });
    expect(sent()).toHaveLength(1);
    expect(totalCount).toBe(13);
    expect(requestId).toMatch(/^[0-9A-F-]{36}$/);
  });

  it("shows a connection once that two pages hold", async () => {
    simulator.setConnections("cn-hangzhou", [...bodies(50), ...bodies(1)]);
    expect((await ask({ sort: "name", pageSize: "50" })).totalCount).toBe(50);
  });

  it("keeps a connection without an id in sight", async () => {
    simulator.setConnections("cn-hangzhou", [...bodies(3), broken]);
    const list = await ask({ sort: "name" });
    expect(list.totalCount).toBe(4);
    expect(list.unreadable).toHaveLength(1);
  });

  it("stops asking once a page has failed", async () => {
    const body = JSON.stringify({
      TotalCount: 5_000,
      VpnConnections: { VpnConnection: bodies(1) },
    });
    simulator.faults.add({ action: "DescribeVpnConnections", kind: "body", body, times: 1 });
    simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
    await expect(ask({ sort: "name" })).rejects.toMatchObject({ code: "access_denied" });
    await vi.waitUntil(hasSettled, { timeout: 20_000 });
    // Those that were queued with it are asked, of the hundred pages that there may be.
    expect(sent().length).toBeLessThan(70);
  });

  it("is a bad answer when the pages hold fewer than they count, also when they are read again", async () => {
    const body = JSON.stringify({ TotalCount: 20, VpnConnections: { VpnConnection: bodies(3) } });
    simulator.faults.add({ action: "DescribeVpnConnections", kind: "body", body });
    await expect(ask({ sort: "name" })).rejects.toMatchObject({ code: "bad_answer" });
    expect(sent()).toHaveLength(3);
  });

  it("fails as a whole when a page does: half a region is no answer", async () => {
    simulator.faults.add({
      action: "DescribeVpnConnections",
      kind: "error",
      code: "Forbidden",
      times: 1,
    });
    let now = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    await expect(ask({ sort: "name" })).rejects.toMatchObject({ code: "access_denied" });
    now += 31_000;
    expect((await ask({ sort: "name" })).totalCount).toBe(130);
  });
});

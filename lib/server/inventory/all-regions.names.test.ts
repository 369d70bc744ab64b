import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { gatewayAnswers, gatewayNameIn, oneOfGateway } from "@/lib/server/testing/gateway-answers";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { regionAnswers } from "@/lib/server/testing/region-answers";
import { OPERATOR } from "@/lib/server/testing/users";
import type { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import type { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));
vi.mock("@/lib/server/vpc-api/vpn-gateways", () => ({
  describeVpnGateways: vi.fn<typeof describeVpnGateways>(),
}));
vi.mock("@/lib/server/vpc-api/customer-gateways", () => ({
  describeCustomerGateways: vi.fn<typeof describeCustomerGateways>(),
}));

const NAME = vpnGatewayBody.Name;
const IDS = ["region-1", "region-2"];

let api: ReturnType<typeof regionAnswers>;
let gateways: ReturnType<typeof gatewayAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
  for (const regionId of IDS) api.say(regionId, [oneOfGateway(regionId)]);
  gateways = gatewayAnswers();
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const slow = (regionId: string, tookMs: number) =>
  api.say(regionId, [oneOfGateway(regionId)], { tookMs });
/** When which gateways were asked for, from now on. */
function gatewayCalls() {
  const start = performance.now();
  return () => gateways.asked.map(({ regionId, at }) => [regionId, at - start]);
}
/** What a list over all regions that may wait is told, as soon as it is. */
function list(waitMs: number, forNames = true): unknown[] {
  const told: unknown[] = [];
  const ask = async () => {
    const regions = await readAllRegions(OPERATOR, waitMs, forNames);
    told.push(...regions.map(({ snapshot }) => gatewayNameIn(snapshot)));
  };
  void ask();
  return told;
}

describe("the names of the gateways of all regions", () => {
  it("are asked for in the background, once all regions have been read or have failed", async () => {
    slow("region-1", 1_000);
    api.say("region-2", new VpcApiError("unreachable"), { tookMs: 1_500 });
    const calls = gatewayCalls();
    await readAllRegions(OPERATOR);
    await pass(1_499);
    expect(calls()).toEqual([]);
    await pass(10_000);
    expect(calls()).toEqual([["region-1", 1_500]]);
    expect(gateways.asked).toMatchObject([{ isBackground: true }]);
  });

  it("come two seconds later where a region hangs, and its own when it has been read", async () => {
    slow("region-2", 5_000);
    const calls = gatewayCalls();
    await readAllRegions(OPERATOR);
    await pass(1_999);
    expect(calls()).toEqual([]);
    await pass(10_000);
    expect(calls()).toEqual([
      ["region-1", 2_000],
      ["region-2", 5_000],
    ]);
  });

  it("are waited for by a list that may wait, and asked for after all connections", async () => {
    slow("region-2", 1_000);
    gateways.takes.ms = 500;
    const calls = gatewayCalls();
    const told = list(20_000);
    await pass(1_499);
    expect(told).toEqual([]);
    expect(calls()).toEqual(IDS.map((regionId) => [regionId, 1_000]));
    await pass(1);
    expect(told).toEqual([NAME, NAME]);
  });

  it("are in what a list has waited for, though a region hangs", async () => {
    api.say("region-2", "never");
    const told = list(4_000);
    await pass(4_000);
    expect(told).toEqual([NAME, undefined]);
  });

  it("are waited for three seconds at most, by who needs them", async () => {
    gateways.takes.ms = 10_000;
    const [told, other] = [list(20_000), list(20_000, false)];
    await pass(2_999);
    expect([told, other]).toEqual([[], [null, null]]);
    await pass(1);
    expect(told).toEqual([null, null]);
  });

  it("are asked for once for each reading, however short answers are kept", async () => {
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "0");
    for (let second = 0; second < 5; second += 1) {
      list(500);
      await pass(1_000);
    }
    expect(gateways.asked).toHaveLength(2);
    list(500);
    await pass(1_000);
    expect(gateways.asked).toHaveLength(4);
  });
});

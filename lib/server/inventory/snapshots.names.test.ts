import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readGateways } from "@/lib/server/inventory/gateway-lists";
import { addNames, lastSnapshot, visibleSnapshot } from "@/lib/server/inventory/snapshots";
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

const REGION = "region-1";
const NAME = vpnGatewayBody.Name;

let api: ReturnType<typeof regionAnswers>;
let gateways: ReturnType<typeof gatewayAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(1);
  api.say(REGION, [oneOfGateway(REGION)]);
  gateways = gatewayAnswers();
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const look = () => visibleSnapshot(REGION, OPERATOR);
const lastName = () => gatewayNameIn(lastSnapshot(REGION)?.answer);

/** What those who look are told, as soon as they are. */
async function lookFor(ms: number, times = 1): Promise<unknown[]> {
  const names: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    void look().then(
      ({ answer }) => names.push(gatewayNameIn(answer)),
      (error: unknown) => names.push(error),
    );
  }
  await pass(ms);
  return names;
}

describe("the names of a region's gateways", () => {
  it("come after its connections, before the answer to who looks, without another read", async () => {
    api.say(REGION, [oneOfGateway(REGION)], { tookMs: 500 });
    gateways.takes.ms = 300;
    const looking = lookFor(799);
    expect(await looking).toEqual([]);
    expect(lastName()).toBeNull();
    await pass(1);
    expect(await looking).toEqual([NAME]);
    expect(gateways.asked).toEqual([{ regionId: REGION, at: 1_500, isBackground: false }]);
    expect(api.asked).toHaveLength(1);
  });

  it("are read and put in once for all who wait, and then for a minute", async () => {
    gateways.takes.ms = 100;
    expect(await lookFor(100, 3)).toEqual([NAME, NAME, NAME]);
    const { answer: first } = await look();
    await pass(11_000);
    expect(await lookFor(0)).toEqual([NAME]);
    expect((await look()).answer.version).toBe(first.version);
    expect(api.asked).toHaveLength(2);
    expect(gateways.asked).toHaveLength(1);
    await pass(60_000);
    expect(await lookFor(100)).toEqual([NAME]);
    expect(gateways.asked).toHaveLength(2);
  });

  it("are waited for three seconds, and there when they have come", async () => {
    gateways.takes.ms = 10_000;
    const looking = lookFor(2_999);
    expect(await looking).toEqual([]);
    await pass(1);
    expect(await looking).toEqual([null]);
    await pass(7_000);
    expect(lastName()).toBe(NAME);
    expect(gateways.asked).toHaveLength(1);
  });

  it("that come while the region is being read are not lost", async () => {
    api.say(REGION, [oneOfGateway(REGION)], { tookMs: 1_000 });
    const looking = lookFor(500);
    await readGateways(REGION);
    await pass(500);
    expect(await looking).toEqual([NAME]);
    expect(gateways.asked).toHaveLength(1);
  });

  it("are not asked for where there is nothing to name, or no snapshot", async () => {
    api.say(REGION, []);
    expect(await lookFor(0)).toEqual([undefined]);
    api.say(REGION, new VpcApiError("access_denied"));
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, snapshots: undefined };
    expect(await lookFor(0)).toMatchObject([{ code: "access_denied" }]);
    await addNames(REGION);
    expect(gateways.asked).toEqual([]);
  });
});

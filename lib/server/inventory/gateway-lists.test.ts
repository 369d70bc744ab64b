import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  areGatewaysFresh,
  lastGateways,
  readGateways,
  vpnGatewayLists,
} from "@/lib/server/inventory/gateway-lists";
import { forgetAll } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { limiterThatWaits } from "@/lib/server/testing/limited-calls";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import { rawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-gateways", () => ({
  describeVpnGateways: vi.fn<typeof describeVpnGateways>(),
}));
vi.mock("@/lib/server/vpc-api/customer-gateways", () => ({
  describeCustomerGateways: vi.fn<typeof describeCustomerGateways>(),
}));

const REGION = "region-1";
const NEVER = new Promise<never>(() => undefined);
const describeVpn = vi.mocked(describeVpnGateways);
const describeCustomer = vi.mocked(describeCustomerGateways);
const prioritise = vi.fn<() => void>();

beforeEach(() => {
  stopClock();
  forgetAll();
  const limiter = { ...limiterThatWaits(0), prioritise: prioritise.mockReset() };
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
  describeVpn.mockReset().mockImplementation(async () => vpnGatewaysNamed("first"));
  describeCustomer.mockReset().mockImplementation(async () => listOf(customerGateway));
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const listOf = <Gateway>(gateway: Gateway) => ({
  items: [gateway],
  requestId: null,
  fetchedAt: Date.now(),
});
const vpnGatewaysNamed = (Name: string) =>
  listOf(toVpnGateway(REGION, rawVpnGateway.parse({ ...vpnGatewayBody, Name })));
const customerGateway = toCustomerGateway(REGION, rawCustomerGateway.parse(customerGatewayBody));

/** As they were last read. */
function names(): string {
  const { vpnGateways, customerGateways } = lastGateways(REGION);
  return [...vpnGateways.values(), ...customerGateways.values()].map(({ name }) => name).join(", ");
}

describe("the gateways of a region", () => {
  it("are known by id once they have been read, for a minute", async () => {
    expect(names()).toBe("");
    expect(areGatewaysFresh(REGION)).toBe(false);
    await readGateways(REGION);
    const { vpnGateways, customerGateways } = lastGateways(REGION);
    expect(vpnGateways.get(vpnGatewayBody.VpnGatewayId)?.name).toBe("first");
    expect([...customerGateways]).toEqual([["cgw-customer1", customerGateway]]);
    expect(lastGateways(REGION).vpnGateways).toBe(vpnGateways);
    await pass(59_999);
    expect(areGatewaysFresh(REGION)).toBe(true);
    await pass(1);
    expect(areGatewaysFresh(REGION)).toBe(false);
  });

  it("that may not be read are left out, and asked for again", async () => {
    describeVpn.mockRejectedValueOnce(new VpcApiError("access_denied"));
    await readGateways(REGION);
    expect(names()).toBe("branch router");
    await pass(9_999);
    await readGateways(REGION);
    expect(names()).toBe("branch router");
    await pass(1);
    await readGateways(REGION);
    expect(names()).toBe("first, branch router");
  });

  it.each<[string, () => Promise<never>]>([
    ["fail", () => Promise.reject(new VpcApiError("unreachable"))],
    ["do not come", () => NEVER],
  ])("are the last ones where newer ones %s", async (_do, outcome) => {
    await readGateways(REGION);
    describeVpn.mockImplementation(outcome);
    await pass(61_000);
    void readGateways(REGION);
    await pass(3_000);
    expect(names()).toBe("first, branch router");
  });
});

const read = () => vpnGatewayLists.read(REGION);

describe("the list of gateways", () => {
  it.each([
    ["10", 59_999, 1],
    ["10", 60_000, 2],
    ["300", 299_999, 1],
    ["0", 0, 2],
  ])("with a cache of %s s was read after %i ms %i times", async (seconds, passed, times) => {
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", seconds);
    await read();
    await pass(passed);
    await Promise.all([read(), read()]);
    expect(describeVpn).toHaveBeenCalledTimes(times);
  });

  it("that is read in the background goes first once somebody waits for it", async () => {
    describeVpn.mockReturnValue(NEVER);
    void inBackground(read);
    expect(prioritise).not.toHaveBeenCalled();
    void read().catch(() => undefined);
    expect(prioritise).toHaveBeenCalledWith({ action: "DescribeVpnGateways", regionId: REGION });
    expect(describeVpn).toHaveBeenCalledTimes(1);
  });

  it("is waited for no longer than a request may take", async () => {
    describeVpn.mockReturnValue(NEVER);
    const outcome = read().catch((error: unknown) => error);
    await pass(25_000);
    expect(await outcome).toMatchObject({ code: "timeout" });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { gatewaysSoon, vpnGatewayLists } from "@/lib/server/inventory/gateway-lists";
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

/** The names that a snapshot gets now, or "waiting". */
async function namesNow(): Promise<string> {
  return Promise.race([names(), pass(0).then(() => "waiting")]);
}
async function names(): Promise<string> {
  const { vpnGateways, customerGateways } = await gatewaysSoon(REGION);
  return [...vpnGateways.values(), ...customerGateways.values()].map(({ name }) => name).join(", ");
}

describe("the names of gateways", () => {
  it("are found by id", async () => {
    const { vpnGateways, customerGateways } = await gatewaysSoon(REGION);
    expect(vpnGateways.get(vpnGatewayBody.VpnGatewayId)?.name).toBe("first");
    expect([...customerGateways]).toEqual([["cgw-customer1", customerGateway]]);
  });

  it("are waited for three seconds at most", async () => {
    describeVpn.mockReturnValue(NEVER);
    const seen: string[] = [];
    void names().then((known) => seen.push(known));
    await pass(2_999);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toEqual(["branch router"]);
  });

  it("that come later are there for the next snapshot", async () => {
    const late = new Promise<ReturnType<typeof vpnGatewaysNamed>>((resolve) => {
      setTimeout(() => resolve(vpnGatewaysNamed("late")), 10_000);
    });
    describeVpn.mockReturnValueOnce(late);
    void names();
    await pass(10_000);
    expect(await namesNow()).toBe("late, branch router");
    expect(describeVpn).toHaveBeenCalledTimes(1);
  });

  it("that may not be read are left out, and asked for again", async () => {
    describeVpn.mockRejectedValueOnce(new VpcApiError("access_denied"));
    expect(await namesNow()).toBe("branch router");
    await pass(9_999);
    expect(await namesNow()).toBe("branch router");
    await pass(1);
    expect(await namesNow()).toBe("first, branch router");
  });

  it.each<[string, () => Promise<never>]>([
    ["fail", () => Promise.reject(new VpcApiError("unreachable"))],
    ["do not come", () => NEVER],
  ])("are the last ones where newer ones %s", async (_do, outcome) => {
    await names();
    describeVpn.mockImplementation(outcome);
    await pass(61_000);
    const seen: string[] = [];
    void names().then((known) => seen.push(known));
    await pass(3_000);
    expect(seen).toEqual(["first, branch router"]);
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

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { downloadGateways } from "@/lib/server/export/gateways";
import { listAllGateways, listGatewaysOf } from "@/lib/server/inventory/gateway-pages";
import { CUSTOMER_GATEWAY_LIST, VPN_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";
import { versionOf } from "@/lib/server/inventory/selections";
import { connectTo } from "@/lib/server/testing/account";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { type GatewayParameters, NO_GATEWAY_PARAMETERS } from "@/lib/vpn/gateway-parameters";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

const HERE = "cn-hangzhou";
const on = (name: string, gateway: string | null, Status: string) => ({
  VpnConnectionId: `vco-${name}`,
  ...(gateway === null
    ? { TransitRouterId: "tr-hub", AttachType: "CEN" }
    : { VpnGatewayId: gateway }),
  CustomerGatewayId: "cgw-works",
  Status,
});

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  connectTo(simulator);
  simulator.setVpnGateways(HERE, [
    { VpnGatewayId: "vpn-core", Name: "core", Spec: "200M" },
    { VpnGatewayId: "vpn-idle", Name: "idle" },
  ]);
  simulator.setCustomerGateways(HERE, [
    { CustomerGatewayId: "cgw-works", Name: "works", AuthKey: "bgp-hunter2" },
  ]);
  simulator.setConnections(HERE, [
    on("a", "vpn-core", "ipsec_sa_established"),
    on("b", "vpn-core", "ike_sa_not_established"),
    on("c", "vpn-gone", "ipsec_sa_established"),
    on("d", null, "ipsec_sa_established"),
    { Name: "no id" },
  ]);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const asked = (more: Partial<GatewayParameters> = {}) => ({ ...NO_GATEWAY_PARAMETERS, ...more });
const ofRegion = (more: Partial<GatewayParameters> = {}, user = OPERATOR) =>
  listGatewaysOf(VPN_GATEWAY_LIST, HERE, asked(more), user);
const ofAll = (more: Partial<GatewayParameters> = {}) =>
  listAllGateways(VPN_GATEWAY_LIST, asked(more), OPERATOR, 10_000);
const refuse = (action: string, regionId?: string) =>
  simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM", regionId });

describe("the gateways of a region", () => {
  it("are those that the API lists and those that connections name, what is wrong first", async () => {
    const list = await ofRegion();
    expect(list).toMatchObject({
      vpnGateways: [
        { vpnGatewayId: "vpn-core", isListed: true, counts: { up: 1, down: 1 }, verdict: "down" },
        { vpnGatewayId: "vpn-gone", isListed: false, connectionCount: 1, name: "" },
        { vpnGatewayId: "vpn-idle", isListed: true, connectionCount: 0, verdict: null },
      ],
      totalCount: 3,
      statusCounts: { down: 1, degraded: 0, unknown: 0, up: 2 },
      gatewayGaps: [],
      unreadableCount: 1,
      transitRouters: [{ transitRouterId: "tr-hub", connectionCount: 1 }],
      unattachedCount: 0,
    });
    expect(list.stale).toBeUndefined();
    expect(JSON.stringify(list)).not.toContain("vco-");
  });

  it("are known by id where they may not be read, which says what to allow", async () => {
    refuse("DescribeVpnGateways");
    const list = await ofRegion();
    expect(list.vpnGateways.map(({ vpnGatewayId, isListed }) => [vpnGatewayId, isListed])).toEqual([
      ["vpn-core", null],
      ["vpn-gone", null],
    ]);
    const [gap] = list.gatewayGaps;
    expect(gap).toMatchObject({ regionId: HERE, since: null, problem: { code: "access_denied" } });
    expect(gap?.problem?.detail).toContain("DescribeVpnGateways");
    // The other kind does not suffer.
    const customers = await listGatewaysOf(CUSTOMER_GATEWAY_LIST, HERE, asked(), OPERATOR);
    expect(customers).toMatchObject({ gatewayGaps: [], totalCount: 1 });
    expect(customers.customerGateways[0]).toMatchObject({ name: "works", connectionCount: 4 });
    expect(JSON.stringify(customers)).not.toContain("hunter2");
  });

  it("fail like the list of connections, and are listed where there are none of these", async () => {
    const end = refuse("DescribeVpnConnections");
    await expect(ofRegion()).rejects.toMatchObject({ code: "access_denied" });
    end();
    globalThis.__tunnelboard = undefined;
    connectTo(simulator);
    simulator.setConnections(HERE, []);
    expect((await ofRegion()).vpnGateways.map(({ name }) => name)).toEqual(["core", "idle"]);
  });

  it("are found by page and question, and one object for all who ask the same", async () => {
    const first = await ofRegion({ pageSize: 1 });
    expect(await ofRegion({ pageSize: 1 })).toBe(first);
    const second = await ofRegion({ pageSize: 1, pageNumber: 2 });
    expect(second).toMatchObject({ totalCount: 3, vpnGateways: [{ vpnGatewayId: "vpn-gone" }] });
    expect(versionOf(second)).not.toBe(versionOf(first));
    const limited = await ofRegion({ pageSize: 1 }, userWith([`viewer:${HERE}/vpn-gone`]));
    expect(limited).toMatchObject({ totalCount: 1, unreadableCount: 0, transitRouters: [] });
  });
});

describe("the gateways of all regions", () => {
  it("come with how far each has been read, and a version that outlasts reads without news", async () => {
    const other = simulator.regionIds[1] ?? "";
    const end = simulator.faults.add({ kind: "error", code: "Forbidden.RAM", regionId: other });
    const list = await ofAll();
    expect(list.regions).toMatchObject([
      { regionId: HERE, state: "ready" },
      { regionId: other, state: "failed", problem: { code: "access_denied" } },
    ]);
    expect(list).toMatchObject({ totalCount: 3, reading: 0 });
    const again = await ofAll();
    expect(versionOf(again)).toBe(versionOf(list));
    end();
  });

  it("are a file whole, which says in its name what was not read", async () => {
    refuse("DescribeVpnGateways", HERE);
    const question = { ...asked({ pageSize: 1 }), isWhole: true } as const;
    const list = await listAllGateways(VPN_GATEWAY_LIST, question, OPERATOR, 0);
    const csv = await downloadGateways(null, question, list, { format: "csv", columns: null });
    expect(csv.headers.get("content-disposition")).toMatch(
      /vpn-gateways-all-regions-\d{4}-\d\d-\d\d-gateways-not-read\.csv/,
    );
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines[0]).toContain("vpnGatewayId,name,isListed,verdict,connectionCount,downCount");
    expect(lines.filter((line) => line.includes("vpn-"))).toHaveLength(list.totalCount);
    expect(lines.at(-1)).toMatch(new RegExp(`^"?#end"?,${list.totalCount},`));
    const json = await downloadGateways(null, question, list, { format: "json", columns: null });
    const whole = await json.json();
    expect(whole).toMatchObject({ regionId: null, q: null, isComplete: true });
    expect(whole.vpnGateways).toHaveLength(list.totalCount);
  });
});

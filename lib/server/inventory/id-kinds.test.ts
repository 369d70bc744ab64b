import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { isThere, kindOfId } from "@/lib/server/inventory/id-kinds";
import type { IdKind } from "@/lib/vpn/id-lookup";
import { READER } from "@/lib/server/testing/users";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.setConnections("cn-hangzhou", [
    singleTunnel,
    dualTunnel,
    { VpnConnectionId: "vco-broken", Name: {} },
  ]);
  simulator.setVpnGateways("cn-hangzhou", [vpnGatewayBody]);
  simulator.setCustomerGateways("cn-hangzhou", [customerGatewayBody]);
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (kind: IdKind, id: string) => isThere[kind]("cn-hangzhou", id, READER);
const actions = () => simulator.requests.map(({ action }) => action);
const refuse = (action: string, code = "Forbidden.RAM") =>
  simulator.faults.add({ kind: "error", action, code });

describe("the kind of an id", () => {
  it.each([
    ["vco-bp1", "vpnConnection"],
    ["vpn-bp1", "vpnGateway"],
    ["cgw-bp1", "customerGateway"],
    ["vpn-", null],
    ["vpn", null],
    ["tr-bp1", null],
    ["xvpn-bp1", null],
    ["VPN-bp1", null],
    [" vpn-bp1", null],
    ["", null],
  ])("%j is %j", (id, kind) => {
    expect(kindOfId(id)).toBe(kind);
  });
});

describe("whether a region has it", () => {
  it.each<[IdKind, string, string]>([
    ["vpnConnection", "vco-single1", "DescribeVpnConnections"],
    ["vpnGateway", "vpn-gateway1", "DescribeVpnGateways"],
    ["customerGateway", "cgw-customer1", "DescribeCustomerGateways"],
  ])("is for a %s one call", async (kind, id, action) => {
    expect(await ask(kind, id)).toBe(true);
    expect(actions()).toEqual([action]);
    expect(await ask(kind, `${id}x`)).toBe(false);
    expect(actions()).toEqual([action, action]);
  });

  it("is so for a connection that makes no sense", async () => {
    expect(await ask("vpnConnection", "vco-broken")).toBe(true);
  });

  it.each<[IdKind, string, string]>([
    ["vpnGateway", "DescribeVpnGateways", "InvalidVpnGatewayInstanceId.NotFound"],
    ["customerGateway", "DescribeCustomerGateways", "InvalidCustomerGatewayInstanceId.NotFound"],
    ["vpnConnection", "DescribeVpnConnections", "InvalidVpnConnectionInstanceId.NotFound"],
  ])("is not so for a %s that the API refuses to know", async (kind, action, code) => {
    refuse(action, code);
    expect(await ask(kind, "vpn-gateway1")).toBe(false);
  });

  it("cannot be told of a region that the API does not know", async () => {
    refuse("DescribeVpnGateways", "InvalidRegionId.NotFound");
    await expect(ask("vpnGateway", "vpn-gateway1")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a gateway that may not be read", () => {
  const rows: [IdKind, string, string][] = [
    ["vpnGateway", "vpn-gateway1", "DescribeVpnGateways"],
    ["customerGateway", "cgw-customer1", "DescribeCustomerGateways"],
  ];

  it.each(rows)("is there as a %s when a connection uses it", async (kind, id, action) => {
    refuse(action);
    expect(await ask(kind, id)).toBe(true);
    expect(actions()).toEqual([action, "DescribeVpnConnections"]);
    expect(simulator.requests[1]?.parameters).toMatchObject({
      [action === "DescribeVpnGateways" ? "VpnGatewayId" : "CustomerGatewayId"]: id,
    });
  });

  it.each(rows)("as a %s that nothing uses is refused", async (kind, _id, action) => {
    refuse(action);
    await expect(ask(kind, "vpn-unused")).rejects.toMatchObject({ code: "access_denied", action });
  });

  it.each(rows)("as a %s is not shown by other connections", async (kind, _id, action) => {
    refuse(action);
    const body = { VpnConnections: { VpnConnection: [singleTunnel, dualTunnel] } };
    simulator.faults.add({
      kind: "body",
      action: "DescribeVpnConnections",
      body: JSON.stringify(body),
    });
    await expect(ask(kind, "vpn-unused")).rejects.toMatchObject({ action });
  });

  it.each(rows)("as a %s is refused when nothing may be read", async (kind, id, action) => {
    refuse(action);
    refuse("DescribeVpnConnections", "Forbidden");
    await expect(ask(kind, id)).rejects.toMatchObject({ upstreamCode: "Forbidden.RAM", action });
  });

  it.each(rows)(
    "as a %s is not sought elsewhere after other failures",
    async (kind, id, action) => {
      refuse(action, "SomethingNew");
      await expect(ask(kind, id)).rejects.toMatchObject({ code: "upstream_refused" });
      expect(new Set(actions())).toEqual(new Set([action]));
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at, listAt } from "./wire-value";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ connections: 300 });
});
afterAll(() => simulator.close());

const hangzhou = { RegionId: "cn-hangzhou" };

async function connections(given: Record<string, string>) {
  const { body } = await call(simulator, "DescribeVpnConnections", { ...hangzhou, ...given });
  return { list: listAt(body, "VpnConnections", "VpnConnection"), total: at(body, "TotalCount") };
}

function ids(list: unknown[]): unknown[] {
  return list.map((item) => at(item, "VpnConnectionId"));
}

describe("DescribeRegions", () => {
  it("names regions in Chinese unless English is asked for", async () => {
    const chinese = await call(simulator, "DescribeRegions");
    const english = await call(simulator, "DescribeRegions", { AcceptLanguage: "en-US" });
    const region = { RegionId: "cn-hangzhou", RegionEndpoint: "vpc.aliyuncs.com" };
    expect(listAt(chinese.body, "Regions", "Region")[0]).toEqual({
      ...region,
      LocalName: "华东1（杭州）",
    });
    expect(listAt(english.body, "Regions", "Region")[0]).toEqual({
      ...region,
      LocalName: "China (Hangzhou)",
    });
    expect(listAt(english.body, "Regions", "Region")).toHaveLength(simulator.regionIds.length);
  });
});

describe("DescribeVpnConnections", () => {
  it("pages through all of a region, and past its end", async () => {
    const seen: unknown[] = [];
    let page = 0;
    let last: Awaited<ReturnType<typeof connections>>;
    do {
      page += 1;
      last = await connections({ PageSize: "50", PageNumber: String(page) });
      seen.push(...ids(last.list));
    } while (last.list.length > 0);
    expect(page).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(last.total);
    expect(seen).toHaveLength(Number(last.total));
  });

  it("shows ten when no PageSize, or an empty one, is given", async () => {
    expect((await connections({})).list).toHaveLength(10);
    expect((await connections({ PageSize: "", Unknown: "x" })).list).toHaveLength(10);
  });

  it.each([
    ["PageSize", "51"],
    ["PageSize", "0"],
    ["PageSize", "ten"],
    ["PageNumber", "0"],
    ["PageNumber", "undefined"],
  ])("refuses %s %s", async (name, value) => {
    const answer = await call(simulator, "DescribeVpnConnections", { ...hangzhou, [name]: value });
    expect(answer.status).toBe(400);
    expect(at(answer.body, "Code")).toBe("InvalidParameter");
  });

  it.each(["VpnConnectionId", "VpnGatewayId", "ResourceGroupId"])("filters by %s", async (key) => {
    const [first] = (await connections({})).list;
    const value = String(at(first, key));
    const { list, total } = await connections({ [key]: value, PageSize: "50" });
    expect(list.length).toBeGreaterThan(0);
    expect(list.every((connection) => at(connection, key) === value)).toBe(true);
    expect(total).toBeLessThan(Number((await connections({})).total));
  });

  it("finds a customer gateway at a tunnel", async () => {
    const [dual] = (await connections({})).list;
    const [tunnel] = listAt(dual, "TunnelOptionsSpecification", "TunnelOptions");
    const { list } = await connections({
      CustomerGatewayId: String(at(tunnel, "CustomerGatewayId")),
    });
    expect(at(dual, "CustomerGatewayId")).toBe("");
    expect(ids(list)).toContain(at(dual, "VpnConnectionId"));
  });
});

describe("the single calls", () => {
  it("answer flat, with Tags for the list's Tag", async () => {
    const all = (await connections({ PageSize: "50" })).list;
    const tagged = all.find((connection) => at(connection, "Tag") !== undefined);
    const { body } = await call(simulator, "DescribeVpnConnection", {
      ...hangzhou,
      VpnConnectionId: String(at(tagged, "VpnConnectionId")),
    });
    expect(at(body, "Name")).toBe(at(tagged, "Name"));
    expect(at(body, "Tags")).toEqual(at(tagged, "Tag"));
    expect(at(body, "Tag")).toBeUndefined();
  });

  it("find every VPN gateway and customer gateway that a connection names", async () => {
    const [first] = (await connections({})).list;
    const VpnGatewayId = String(at(first, "VpnGatewayId"));
    const gateway = await call(simulator, "DescribeVpnGateway", { ...hangzhou, VpnGatewayId });
    const gateways = await call(simulator, "DescribeVpnGateways", { ...hangzhou, VpnGatewayId });
    expect(at(gateway.body, "VpnGatewayId")).toBe(VpnGatewayId);
    expect(at(gateways.body, "TotalCount")).toBe(1);
    const [tunnel] = listAt(first, "TunnelOptionsSpecification", "TunnelOptions");
    const CustomerGatewayId = String(at(tunnel, "CustomerGatewayId"));
    const customer = await call(simulator, "DescribeCustomerGateways", {
      ...hangzhou,
      CustomerGatewayId,
    });
    expect(at(customer.body, "TotalCount")).toBe(1);
  });

  it.each([
    ["DescribeVpnConnection", "VpnConnectionId", "InvalidVpnConnectionInstanceId.NotFound"],
    ["DescribeVpnGateway", "VpnGatewayId", "InvalidVpnGatewayInstanceId.NotFound"],
  ])("%s knows what is not there", async (action, key, code) => {
    const answer = await call(simulator, action, { ...hangzhou, [key]: "none" });
    const missing = await call(simulator, action, hangzhou);
    expect([answer.status, at(answer.body, "Code")]).toEqual([404, code]);
    expect(at(answer.body, "Recommend")).toBeUndefined();
    expect(at(missing.body, "Code")).toBe(`Missing${key}`);
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at, isObject, listAt } from "./wire-value";

const NOW = Date.now();

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ connections: 60, now: () => NOW });
});
afterAll(() => simulator.close());

type Kind = "VpnGateway" | "CustomerGateway";

async function list(kind: Kind, given: Record<string, string> = {}, regionId = "cn-hangzhou") {
  const parameters = { RegionId: regionId, PageSize: "50", ...given };
  const { body } = await call(simulator, `Describe${kind}s`, parameters);
  return listAt(body, `${kind}s`, kind);
}

function isProduction(gateway: unknown): boolean {
  return listAt(gateway, "Tags", "Tag").some(
    (tag) => at(tag, "Key") === "env" && at(tag, "Value") === "prod",
  );
}

it.each<[Kind, string]>([
  ["VpnGateway", "VpnGatewayId"],
  ["VpnGateway", "VpcId"],
  ["VpnGateway", "Status"],
  ["VpnGateway", "GatewayType"],
  ["VpnGateway", "ResourceGroupId"],
  ["CustomerGateway", "CustomerGatewayId"],
  ["CustomerGateway", "ResourceGroupId"],
])("the list of %ss is filtered by %s", async (kind, key) => {
  const all = await list(kind);
  const value = at(all[0], key);
  const wanted = all.filter((gateway) => at(gateway, key) === value);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(all.length);
  expect(await list(kind, { [key]: String(value) })).toEqual(wanted);
});

it.each<Kind>(["VpnGateway", "CustomerGateway"])(
  "the list of %ss is filtered by tags",
  async (kind) => {
    const all = await list(kind);
    const tagged = all.filter(isProduction);
    expect(tagged.length).toBeGreaterThan(0);
    expect(tagged.length).toBeLessThan(all.length);
    expect(await list(kind, { "Tag.1.Key": "env", "Tag.1.Value": "prod" })).toEqual(tagged);
    expect(await list(kind, { "Tag.1.Key": "env", "Tag.2.Key": "nothing" })).toEqual([]);
  },
);

it("a locked gateway is found by its business status, in another region than cn-hangzhou", async () => {
  const locked = { BusinessStatus: "FinancialLocked" };
  expect(await list("VpnGateway", locked)).toEqual([]);
  expect(await list("VpnGateway", locked, "cn-shanghai")).toHaveLength(1);
});

it("the single call tells the same as the list, tags and all", async () => {
  const [first] = await list("VpnGateway");
  const { body } = await call(simulator, "DescribeVpnGateway", {
    RegionId: "cn-hangzhou",
    VpnGatewayId: String(at(first, "VpnGatewayId")),
  });
  expect(isObject(first)).toBe(true);
  expect(body).toEqual({ RequestId: at(body, "RequestId"), ...(isObject(first) ? first : {}) });
  expect(at(first, "EndTime")).toBe(NOW + 12 * 86_400_000);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, signedParameters } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at, listAt } from "./wire-value";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const hangzhou = { RegionId: "cn-hangzhou" };

function ids(list: unknown[]): unknown[] {
  return list.map((item) => at(item, "VpnConnectionId"));
}

function tagged(id: string, ...tags: [string, string][]) {
  return { VpnConnectionId: id, Tag: { Tag: tags.map(([Key, Value]) => ({ Key, Value })) } };
}

describe("bodies put in by a test", () => {
  it("are served as they are, whatever they are, and filtered by what can be read", async () => {
    const own = await startSimulator({ regions: 2, connections: 4 });
    const bodies = [
      null,
      "text",
      { Tag: "broken" },
      tagged("a", ["env", "prod"], ["team", "x"]),
      tagged("b", ["env", "dev"]),
    ];
    own.setConnections("cn-shanghai", bodies);
    const list = async (given: Record<string, string>) => {
      const all = { RegionId: "cn-shanghai", ...given };
      const { body } = await call(own, "DescribeVpnConnections", all);
      return listAt(body, "VpnConnections", "VpnConnection");
    };
    expect(await list({})).toEqual(bodies);
    expect(ids(await list({ "Tag.1.Key": "env" }))).toEqual(["a", "b"]);
    expect(ids(await list({ "Tag.1.Key": "env", "Tag.1.Value": "dev" }))).toEqual(["b"]);
    expect(ids(await list({ "Tag.1.Key": "env", "Tag.2.Key": "team" }))).toEqual(["a"]);
    expect(await list({ "Tag.1.Key": "env", "Tag.1.Value": "test" })).toEqual([]);
    expect(() => own.setConnections("cn-nowhere", [])).toThrow(RangeError);
    await own.close();
  });

  it("are gateways too, until a reset brings the account's own back", async () => {
    const own = await startSimulator({ regions: 1, connections: 4 });
    const list = async (kind: "VpnGateway" | "CustomerGateway") => {
      const { body } = await call(own, `Describe${kind}s`, hangzhou);
      return listAt(body, `${kind}s`, kind);
    };
    const before = [await list("VpnGateway"), await list("CustomerGateway")];
    own.setVpnGateways("cn-hangzhou", [null, { VpnGatewayId: "vpn-a", Tag: "no JSON" }]);
    own.setCustomerGateways("cn-hangzhou", ["text"]);
    expect(await list("VpnGateway")).toEqual([null, { VpnGatewayId: "vpn-a", Tag: "no JSON" }]);
    expect(await list("CustomerGateway")).toEqual(["text"]);
    expect(() => own.setVpnGateways("cn-nowhere", [])).toThrow(RangeError);
    expect(() => own.setCustomerGateways("cn-nowhere", [])).toThrow(RangeError);
    own.reset();
    expect([await list("VpnGateway"), await list("CustomerGateway")]).toEqual(before);
    expect(before.map((gateways) => gateways.length > 0)).toEqual([true, true]);
    await own.close();
  });
});

describe("refusals", () => {
  it.each([
    ["DescribeVpnConnections", {}, 400, "MissingRegionId"],
    ["DescribeVpnConnections", { RegionId: "mars-1" }, 404, "InvalidRegionId.NotFound"],
    ["DescribeVpnConnections", { Version: "2014-05-26" }, 400, "InvalidParameter"],
    ["DeleteVpnConnection", hangzhou, 404, "InvalidApi.NotFound"],
    ["toString", hangzhou, 404, "InvalidApi.NotFound"],
    ["", {}, 400, "InvalidParameter"],
  ])("%s %o: %i %s", async (action, given, status, code) => {
    const answer = await call(simulator, action, given);
    expect([answer.status, at(answer.body, "Code")]).toEqual([status, code]);
    expect(at(answer.body, "RequestId")).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(at(answer.body, "HostId")).toBe(new URL(simulator.url).host);
    expect(at(answer.body, "Recommend")).toContain(code);
  });

  it("include bodies over a megabyte", async () => {
    const response = await fetch(simulator.url, { method: "POST", body: "x".repeat(2 ** 20 + 1) });
    expect(response.status).toBe(413);
  });
});

describe("POST", () => {
  it("takes the union of query and form", async () => {
    const all = signedParameters("POST", simulator, { ...hangzhou, Action: "DescribeVpnGateways" });
    const query = new URLSearchParams();
    const form = new URLSearchParams();
    for (const [name, value] of all) (name < "S" ? query : form).set(name, value);
    const response = await fetch(`${simulator.url}/?${query.toString()}`, {
      method: "POST",
      body: form,
    });
    expect(form.size).toBeGreaterThan(2);
    expect(query.size).toBeGreaterThan(2);
    expect(response.status).toBe(200);
  });
});

describe("the log of requests", () => {
  it("says what came, whether it was rightly signed and what was answered", async () => {
    const own = await startSimulator({ connections: 0, now: () => Date.UTC(2020, 0, 1) });
    await call(own, "DescribeRegions", { Timestamp: "2020-01-01T00:00:00Z" });
    await call(own, "DescribeRegions", { Timestamp: "2020-01-01T01:00:00Z" });
    await call({ ...own, accessKeySecret: "wrong" }, "DescribeRegions", {
      Timestamp: "2020-01-01T00:00:00Z",
      RegionId: "x",
    });
    await own.close();
    expect(
      own.requests.map(({ answer, verified, regionId }) => [answer, verified, regionId]),
    ).toEqual([
      ["OK", true, ""],
      ["InvalidTimeStamp.Expired", true, ""],
      ["SignatureDoesNotMatch", false, "x"],
    ]);
    expect(own.requests[0]).toMatchObject({ method: "GET", at: Date.UTC(2020, 0, 1) });
    expect(own.requests[0]?.parameters["Action"]).toBe("DescribeRegions");
  });
});

describe("closing", () => {
  it("can be done twice and frees the port", async () => {
    const first = await startSimulator({ connections: 0, drift: true });
    await first.close();
    await first.close();
    const second = await startSimulator({ connections: 0, port: first.port });
    expect(second.url).toBe(first.url);
    await second.close();
  });

  it("is not needed when the port was taken: starting fails", async () => {
    await expect(startSimulator({ port: simulator.port })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});

describe("a body that cannot be written as JSON", () => {
  it("is told to the test that put it in", async () => {
    const own = await startSimulator({ regions: 1, connections: 0 });
    own.setConnections("cn-hangzhou", [{ CreateTime: 1n }]);
    const answer = await call(own, "DescribeVpnConnections", hangzhou);
    expect([answer.status, answer.text]).toEqual([500, expect.stringContaining("BigInt")]);
    await own.close();
  });
});

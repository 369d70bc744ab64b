import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { APART, pair, setUp, single, UP } from "@/e2e/wire";
import { api } from "@/lib/vpn/hrefs";

/** Each address of one thing, the call behind it, and what Alibaba says of ids that it does not know. */
const TWINS = [
  {
    of: "vpnConnectionId",
    addressOf: api.vpnConnection,
    action: "DescribeVpnConnections",
    id: "vco-alpha",
    names: /no IPsec connection/,
  },
  {
    of: "vpnGatewayId",
    addressOf: api.vpnGateway,
    action: "DescribeVpnGateways",
    id: "vpn-core",
    names: /no VPN gateway/,
  },
  {
    of: "customerGatewayId",
    addressOf: api.customerGateway,
    action: "DescribeCustomerGateways",
    id: "cgw-works",
    names: /no customer gateway/,
  },
] as const;

for (const { of, addressOf, action, id, names } of TWINS) {
  test.describe(of, () => {
    test.beforeEach(({ simulator }) => setUp(simulator, [single("alpha", UP)]));

    test("answers with one thing, for nobody's cache and without a secret", async ({ request }) => {
      const reply = await request.get(addressOf(REGION, id));
      expect(reply.status()).toBe(200);
      expect(reply.headers()["cache-control"]).toBe("no-store");
      const text = await reply.text();
      const answer = JSON.parse(text);
      expect(answer).toMatchObject({ regionId: REGION, [of]: id });
      expect(answer.requestId).toMatch(/^[0-9A-F-]{36}$/);
      expect(typeof answer.fetchedAt).toBe("number");
      for (const secret of Object.values(SECRETS)) expect(text.includes(secret)).toBe(false);
    });

    for (const [name, fault, expected] of [
      [
        "Forbidden.RAM",
        { kind: "error", code: "Forbidden.RAM" },
        { status: 502, code: "access_denied", upstreamCode: "Forbidden.RAM" },
      ],
      ["a reset", { kind: "reset" }, { status: 502, code: "unreachable" }],
      ["rubbish", { kind: "body", body: "[]" }, { status: 502, code: "bad_answer" }],
      ["a fault", { kind: "status", status: 500 }, { status: 502, code: "upstream_failed" }],
    ] as const) {
      test(`${name} is a problem, as long as it lasts`, async ({ request, simulator }) => {
        const end = simulator.faults.add({ action, ...fault });
        const reply = await request.get(addressOf(REGION, id));
        expect(reply.status()).toBe(expected.status);
        expect(reply.headers()["content-type"]).toBe("application/problem+json");
        expect(reply.headers()["cache-control"]).toBe("no-store");
        const problem = await reply.json();
        expect(problem).toMatchObject(expected);
        if (expected.code === "access_denied") expect(problem.detail).toContain(`vpc:${action}`);
        end();
        expect((await request.get(addressOf(REGION, id))).status()).toBe(200);
      });
    }

    test("does not need the other calls", async ({ request, simulator }) => {
      for (const { action: other } of TWINS) {
        if (other !== action) simulator.faults.add({ action: other, kind: "reset" });
      }
      expect((await request.get(addressOf(REGION, id))).status()).toBe(200);
    });

    test("an unknown id is a 404 that names the parameter", async ({ request }) => {
      const unknown = `${id}-nowhere`;
      const expected = { code: "not_found", status: 404, parameter: of };
      const reply = await request.get(addressOf(REGION, unknown));
      expect(reply.status()).toBe(404);
      expect(reply.headers()["content-type"]).toBe("application/problem+json");
      const problem = await reply.json();
      expect(problem).toMatchObject(expected);
      expect(problem.detail).toMatch(names);
    });

    for (const query of ["colour=red", "pageSize=10", "regionId=cn-beijing", "open=vco-alpha"]) {
      test(`${query} is a 400 that names the parameter`, async ({ request, simulator }) => {
        const before = simulator.requests.length;
        const reply = await request.get(`${addressOf(REGION, id)}?${query}`);
        expect(reply.status()).toBe(400);
        const [parameter = ""] = query.split("=");
        const problem = await reply.json();
        expect(problem).toMatchObject({ code: "invalid_parameter", status: 400, parameter });
        expect(problem.detail).toContain(`${parameter} is not a parameter of this address`);
        expect(simulator.requests).toHaveLength(before);
      });
    }

    for (const malformed of ["a b", "ü", "x".repeat(101)]) {
      test(`the id ${malformed.slice(0, 10)} is a 400`, async ({ request, simulator }) => {
        const before = simulator.requests.length;
        const reply = await request.get(addressOf(REGION, malformed));
        expect(reply.status()).toBe(400);
        expect(await reply.json()).toMatchObject({ code: "invalid_parameter", parameter: of });
        // The regions may be asked for, the id is not.
        const asked = simulator.requests.slice(before).map(({ action }) => action);
        expect(asked.filter((action) => action !== "DescribeRegions")).toEqual([]);
      });
    }

    for (const regionId of ["cn-nowhere-9", "evil.example#", "CN-HANGZHOU"]) {
      test(`the region ${regionId} is a 404`, async ({ request }) => {
        const reply = await request.get(addressOf(regionId, id));
        expect(reply.status()).toBe(404);
        expect(await reply.json()).toMatchObject({ code: "not_found", parameter: "regionId" });
      });
    }
  });
}

test("a key is told of as configured or not", async ({ request, simulator }) => {
  setUp(simulator, [pair("beta", [UP, UP], APART)]);
  const read = async (id: string) => (await request.get(api.customerGateway(REGION, id))).json();
  expect((await read("cgw-works")).authKey).toEqual({ configured: true });
  expect((await read("cgw-office")).authKey).toEqual({ configured: false });
});

test("problems of the twins speak the user's language", async ({ request }) => {
  const headers = { "accept-language": "zh-CN" };
  const reply = await request.get(api.vpnGateway(REGION, "vpn-nowhere"), { headers });
  expect((await reply.json()).detail).toContain("VPN 网关");
});

import { CASES } from "@/e2e/faults";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { addressesOf, builtRoutes, type Ids } from "@/e2e/routes";
import { api } from "@/lib/vpn/hrefs";
import type { VpnConnectionList } from "@/lib/vpn/types";
import type { Fault } from "@/lib/simulator/faults";
import type { Simulator } from "@/lib/simulator/simulator";

const NOTHING: Ids = { open: [], vpnGatewayId: "vpn-1", customerGatewayId: "cgw-1" };

/** Of the first gateways in a list, and of twenty connections to open. */
function idsIn({ vpnConnections }: VpnConnectionList): Ids {
  return {
    open: vpnConnections.slice(0, 20).map(({ vpnConnectionId }) => vpnConnectionId),
    vpnGatewayId: vpnConnections[0]?.vpnGatewayId ?? "",
    // A gateway whose BGP session has a key of its own.
    customerGatewayId: vpnConnections[0]?.customerGatewayIds[0] ?? "",
  };
}

function secretsOf(simulator: Simulator): string[] {
  return [SECRETS.psk, SECRETS.authKey, simulator.accessKeyId, simulator.accessKeySecret];
}

function expectNoSecret(text: string, where: string, simulator: Simulator) {
  for (const secret of secretsOf(simulator)) {
    // Not toContain: its message would print the whole body.
    expect(text.includes(secret), `${where} holds a secret`).toBe(false);
  }
}

test("the list of addresses knows every route of the build", () => {
  expect(Object.keys(addressesOf(REGION, NOTHING)).toSorted()).toEqual(builtRoutes());
});

test("the simulator does send the secrets that are looked for", async ({ request, simulator }) => {
  await request.get(api.vpnConnections(REGION, { pageSize: 50 }));
  const sent = simulator.requests.at(-1);
  expect(sent?.parameters.AccessKeyId).toBe(simulator.accessKeyId);
  const { vpnConnections } = await (
    await request.get(api.vpnConnections(REGION, { pageSize: 50 }))
  ).json();
  const configured = JSON.stringify(vpnConnections).match(/"psk":\{"configured":true\}/g);
  expect(configured?.length).toBeGreaterThan(10);
  expect(JSON.stringify(vpnConnections)).toContain('"authKey":{"configured":true}');
});

test("a request for the payload of a page gets it", async ({ request }) => {
  const [address = ""] = addressesOf(REGION, NOTHING)["/regions/[regionId]/vpn-connections"] ?? [];
  const reply = await request.get(address, { headers: { RSC: "1" } });
  expect(reply.headers()["content-type"]).toContain("text/x-component");
  expect(await reply.text()).toContain("hz-prod-to-frankfurt-dc1");
});

/** What is throttled is left alone for a while, so other tests must not need the region. */
function regionFor(fault: Fault | null): string {
  if (fault?.kind !== "throttle") return REGION;
  return fault.retryAfterMs === undefined ? "cn-hongkong" : "us-west-1";
}

for (const { name, fault } of [{ name: "no fault", fault: null }, ...CASES]) {
  test(`with ${name}, no route's HTML, payload, JSON or header holds a secret`, async ({
    request,
    simulator,
  }) => {
    test.slow();
    const regionId = regionFor(fault);
    const list = await (await request.get(api.vpnConnections(regionId, { pageSize: 50 }))).json();
    const ids = idsIn(list);
    if (fault !== null) simulator.faults.add({ ...fault, regionId });
    const addresses = Object.values(addressesOf(regionId, ids)).flat();
    const requests = addresses.flatMap((address) => [
      { address, isPayload: false },
      { address, isPayload: true },
    ]);
    await Promise.all(
      requests.map(async ({ address, isPayload }) => {
        const headers = isPayload ? { RSC: "1" } : undefined;
        const reply = await request.get(address, { headers, timeout: 60_000 });
        const where = `${address}${isPayload ? " as RSC payload" : ""}`;
        expectNoSecret(await reply.text(), where, simulator);
        expectNoSecret(JSON.stringify(reply.headers()), where, simulator);
      }),
    );
  });
}

test("not even where the API sends the key as its code or RequestId", async ({
  app,
  request,
  simulator,
}) => {
  await request.get(api.vpnConnections(REGION));
  for (const body of [
    { Code: `InvalidAccessKeyId.${simulator.accessKeyId}`, RequestId: simulator.accessKeySecret },
    { Code: simulator.accessKeyId },
    { RequestId: simulator.accessKeySecret, TotalCount: 0, VpnConnections: {} },
  ]) {
    const end = simulator.faults.add({
      action: "DescribeVpnConnections",
      kind: "body",
      body: JSON.stringify(body),
      status: "Code" in body ? 403 : 200,
    });
    for (const address of addressesOf(REGION, NOTHING)["/regions/[regionId]/vpn-connections"] ??
      []) {
      expectNoSecret(await (await request.get(address)).text(), address, simulator);
    }
    expectNoSecret(
      await (await request.get(api.vpnConnections(REGION))).text(),
      "the API",
      simulator,
    );
    end();
  }
  expectNoSecret(app.output(), "the output of the server", simulator);
});

test("nor does anything the server writes", async ({ app, request, simulator }) => {
  for (const { fault } of CASES.filter(
    ({ code }) => code !== "upstream_failed" && code !== "throttled",
  )) {
    const end = simulator.faults.add(fault);
    await request.get(api.vpnConnections(REGION));
    end();
  }
  await request.get(api.vpnConnections(REGION));
  expect(app.output()).toContain('"outcome":"bad_credentials"');
  expect(app.output()).toContain('"outcome":"ok"');
  expectNoSecret(app.output(), "the output of the server", simulator);
  expect(app.output()).not.toMatch(/Signature=|server string to sign/);
});

test("DEBUG cannot make the server print bodies", async ({ simulator }) => {
  const { startApp } = await import("@/e2e/app-server");
  const app = await startApp(simulator, { DEBUG: "*" });
  await fetch(app.url + api.vpnConnections(REGION));
  await app.close();
  expectNoSecret(app.output(), "the output of the server", simulator);
});

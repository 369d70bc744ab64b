import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { addressesOf, builtRoutes, type Ids } from "@/e2e/routes";
import { expectNoSecret, idsOf, visit, visitsOf } from "@/e2e/every-address";
import { api } from "@/lib/vpn/hrefs";

/** That no address gives them away, whatever the fault, is for outage.spec.ts and secrets-roles.spec.ts to see. */
const NOTHING: Ids = { rows: 50, open: [], vpnGatewayId: "vpn-1", customerGatewayId: "cgw-1" };

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

test("no address gives them away, with long lists and many open panels", async ({
  app,
  simulator,
}) => {
  const visits = visitsOf(REGION, await idsOf(app, REGION, { rows: 50 }));
  await Promise.all(visits.map((one) => visit(app, simulator, one)));
});

test("a request for the payload of a page gets it", async ({ request }) => {
  const [address = ""] = addressesOf(REGION, NOTHING)["/regions/[regionId]/vpn-connections"] ?? [];
  const reply = await request.get(address, { headers: { RSC: "1" } });
  expect(reply.headers()["content-type"]).toContain("text/x-component");
  expect(await reply.text()).toContain("hz-prod-to-frankfurt-dc1");
});

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

test("DEBUG cannot make the server print bodies", async ({ simulator }) => {
  const app = await startApp(simulator, { DEBUG: "*" });
  await fetch(app.url + api.vpnConnections(REGION));
  await app.close();
  expectNoSecret(app.output(), "the output of the server", simulator);
});

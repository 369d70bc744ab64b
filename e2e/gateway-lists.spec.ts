import { expect, REGION, test } from "@/e2e/fixtures";
import { deny, VPN } from "@/e2e/companion-pages";
import { GATEWAY, OFFICE, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";

const IDLE = { VpnGatewayId: "vpn-idle", Name: "vgw-idle", Spec: "5M" };
const ON_ROUTER = { VpnGatewayId: "", TransitRouterId: "tr-hub", AttachType: "CEN" };

test.beforeEach(({ simulator }) => {
  setUp(simulator, [
    single("alpha", UP),
    single("beta", PHASE_1_FAILED),
    single("gone", UP, { VpnGatewayId: "vpn-gone", CustomerGatewayId: OFFICE.CustomerGatewayId }),
    single("routed", UP, ON_ROUTER),
  ]);
  simulator.setVpnGateways(REGION, [GATEWAY, IDLE]);
});

test("the list of VPN gateways begins with what is wrong, and leads to gateways and connections", async ({
  page,
}) => {
  await page.goto(pages.vpnGateways(REGION));
  const table = page.getByRole("table", { name: /^VPN gateways in/ });
  const rows = table.getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText("vgw-core");
  await expect(rows.nth(1)).toContainText("200M");
  await expect(rows.nth(2)).toContainText("the API does not list this gateway");
  await expect(rows.nth(3)).toContainText("vgw-idle");
  await expect(page.getByText("1 connection is attached to a transit router")).toBeVisible();
  await expect(page.getByRole("link", { name: "tr-hub" })).toHaveAttribute(
    "href",
    pages.vpnConnections(REGION, { q: "tr-hub" }),
  );
  await rows.nth(1).getByRole("link", { name: "1 Down" }).click();
  await expect(page).toHaveURL(/vpn-gateways\/vpn-core\?status=down$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("vgw-core");
});

test("a search, a status and an order are in the address, and are what the link shows", async ({
  page,
}) => {
  await page.goto(pages.customerGateways(REGION));
  await page.getByRole("searchbox", { name: "Search customer gateways" }).fill("198.51.100.30");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/customer-gateways\?q=198\.51\.100\.30$/);
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("office-router");
  await page
    .getByRole("navigation", { name: "By status of connections" })
    .getByRole("link", { name: /^Down/ })
    .click();
  await expect(page).toHaveURL(/\?q=198\.51\.100\.30&status=down$/);
  await expect(page.getByText("No customer gateways match the filters")).toBeVisible();
  const ofAll = { q: "works-firewall", status: ["down" as const] };
  await page.goto(pages.gateways("customerGateway", null, ofAll));
  await expect(page.getByRole("link", { name: "works-firewall", exact: true })).toBeVisible();
});

test("rows are in the first HTML; gateways that may not be read are known by id, and the action is named", async ({
  request,
  simulator,
}) => {
  deny(simulator, [VPN]);
  const html = await (await request.get(pages.vpnGateways(REGION))).text();
  expect(html).toContain("Gateways could not be read");
  expect(html).toContain("DescribeVpnGateways");
  expect(html).toContain("vpn-gone");
  const list = await (await request.get(api.gateways("vpnGateway", REGION))).json();
  expect(list).toMatchObject({
    totalCount: 2,
    gatewayGaps: [{ regionId: REGION, since: null, problem: { code: "access_denied" } }],
  });
});

test("the API answers a poll without news with 304, and objects to nonsense", async ({
  request,
}) => {
  const address = api.gateways("vpnGateway", REGION);
  const first = await request.get(address);
  const { etag = "" } = first.headers();
  expect(await first.json()).toMatchObject({
    vpnGateways: [
      { vpnGatewayId: "vpn-core", counts: { down: 1, up: 1 }, isListed: true },
      { vpnGatewayId: "vpn-gone", isListed: false },
      { vpnGatewayId: "vpn-idle", connectionCount: 0, verdict: null },
    ],
    transitRouters: [{ transitRouterId: "tr-hub" }],
  });
  const again = await request.get(address, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  const narrow = await request.get(
    api.gateways("vpnGateway", REGION, { columns: ["name", "counts"] }),
  );
  expect((await narrow.json()).vpnGateways[2]).toEqual({
    regionId: REGION,
    vpnGatewayId: "vpn-idle",
    name: "vgw-idle",
    counts: { up: 0, degraded: 0, down: 0, unknown: 0 },
  });
  for (const [query, parameter] of [
    ["status=ike_sa_established", "status"],
    ["sort=asn", "sort"],
    ["wait=1", "wait"],
    ["columns=psk", "columns"],
  ]) {
    const refused = await request.get(`${address}?${query}`);
    expect(refused.status()).toBe(400);
    expect(await refused.json()).toMatchObject({ code: "invalid_parameter", parameter });
  }
  const elsewhere = await request.get(api.gateways("customerGateway", "no-such-region"));
  expect(elsewhere.status()).toBe(404);
});

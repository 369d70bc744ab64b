import { expect, rowOf, SECRETS, test } from "@/e2e/fixtures";
import { drawingOf, fieldOf, laneOf } from "@/e2e/page-parts";
import { GATEWAY, setUp, single, UP, VPN_GATEWAY, WORKS } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const ADDRESS = pages.list(VPN_GATEWAY);
const DAY_MS = 86_400_000;
/** So that the time a test takes does not cross into another day. */
const NOON_MS = DAY_MS / 2;

for (const [state, days, words] of [
  ["ends in some days", 12, /^Expires in 12 days, at .+\. Renew it, or its tunnels end with it\./],
  ["ends tomorrow", 1, /^Expires in 1 day, /],
  ["ends within a day", 0, /^Expires within a day, /],
  ["ends at the brink of near", 29, /^Expires in 29 days, /],
  ["has ended", -3, /^Expired 2 days ago, at .+\. An expired gateway stops forwarding/],
] as const) {
  test(`a gateway that ${state} warns of it`, async ({ page, simulator }) => {
    setUp(simulator, [single("alpha", UP)], { EndTime: Date.now() + days * DAY_MS + NOON_MS });
    await page.goto(ADDRESS);
    await expect(page.getByText(words)).toBeVisible();
  });
}

for (const [state, more] of [
  ["ends far away", { EndTime: Date.now() + 31 * DAY_MS }],
  ["is paid by use, as Alibaba dates that", { EndTime: Date.UTC(2099, 11, 31) }],
  ["has no end", {}],
  ["has an end of 0", { EndTime: 0 }],
] as const) {
  test(`a gateway that ${state} warns of nothing`, async ({ page, simulator }) => {
    setUp(simulator, [single("alpha", UP)], more);
    await page.goto(ADDRESS);
    await expect(rowOf(page, "alpha")).toBeVisible();
    await expect(page.getByText(/Expires (in|within) |Expired /)).toHaveCount(0);
    await expect(page.getByText(/business status is/)).toHaveCount(0);
  });
}

test("an unpaid gateway says that it is locked", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)], { BusinessStatus: "FinancialLocked" });
  await page.goto(ADDRESS);
  await expect(
    page.getByText("The gateway’s business status is FinancialLocked: Alibaba Cloud has locked it"),
  ).toBeVisible();
});

test("every documented field has its place", async ({ page, simulator }) => {
  const EndTime = Date.UTC(2031, 4, 6, 16, 0, 0);
  setUp(simulator, [single("alpha", UP)], { EndTime });
  await page.goto(ADDRESS);
  await expect(page.getByRole("region", { name: "Gateway details" })).toBeVisible();
  const expectations: [string, string, string][] = [
    ["Gateway", "Status", "active"],
    ["Gateway", "Business status", "Normal"],
    ["Gateway", "Generation", "Traditional"],
    ["Gateway", "Algorithms", "NationalStandard"],
    ["Gateway", "Bandwidth", "200M"],
    ["Gateway", "BGP", "Yes"],
    ["Gateway", "Automatic route propagation", "No"],
    ["Gateway", "IPsec-VPN", "enable"],
    ["Gateway", "SSL-VPN", "enable"],
    ["Gateway", "SSL clients", "50"],
    ["Addresses and network", "Address", "203.0.113.1"],
    ["Addresses and network", "Second address", "203.0.113.2"],
    ["Addresses and network", "SSL-VPN address", "203.0.113.3"],
    ["Addresses and network", "Network type", "public"],
    ["Addresses and network", "VPC", "vpc-core"],
    ["Addresses and network", "vSwitch", "vsw-first"],
    ["Addresses and network", "Second vSwitch", "vsw-second"],
    ["Addresses and network", "Network interfaces", "eni-firsteni-second"],
    // Shanghai, which the tests' browser is in, is eight hours ahead.
    ["Billing and labels", "Created", "2024-01-02 04:30:00"],
    ["Billing and labels", "Created", "2024-01-01 20:30:00 UTC"],
    ["Billing and labels", "Expires", "2031-05-07 00:00:00"],
    ["Billing and labels", "Expires", "2031-05-06 16:00:00 UTC"],
    ["Billing and labels", "Billing", "Prepay"],
    ["Billing and labels", "Resource group", "rg-core"],
    ["Billing and labels", "Description", "both sites of the works"],
    ["Billing and labels", "Tags", "env: prod"],
    ["Billing and labels", "Version and features", "VpnEnableBgp: true"],
    ["Billing and labels", "Version and features", "VpnVersion: v2.1.0"],
  ];
  for (const [table, label, value] of expectations) {
    await expect(fieldOf(page, table, label), `${table}: ${label}`).toContainText(value);
  }
});

test("an enhanced gateway without Status and ChargeType says that they are not reported", async ({
  page,
  simulator,
}) => {
  const { Status: _status, ChargeType: _chargeType, ...gateway } = GATEWAY;
  setUp(simulator, [single("alpha", UP)]);
  simulator.setVpnGateways(VPN_GATEWAY.regionId, [
    { ...gateway, GatewayType: "Enhanced.SiteToSite" },
  ]);
  await page.goto(ADDRESS);
  await expect(page).toHaveTitle("vgw-core · China (Hangzhou) · Tunnelboard");
  await expect(fieldOf(page, "Gateway", "Generation")).toHaveText("Enhanced.SiteToSite");
  await expect(fieldOf(page, "Gateway", "Status")).toHaveText("not reported");
  await expect(fieldOf(page, "Billing and labels", "Billing")).toHaveText("not reported");
  await expect(fieldOf(page, "Billing and labels", "Expires")).toHaveText("not reported");
  await expect(page.getByText("The only connection is up")).toBeVisible();
});

test("a gateway of which the API tells nothing but the id has its page", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  simulator.setVpnGateways(VPN_GATEWAY.regionId, [{ VpnGatewayId: "vpn-core" }]);
  await page.goto(ADDRESS);
  await expect(fieldOf(page, "Addresses and network", "VPC")).toHaveText("not reported");
  await expect(laneOf(page, "alpha")).toContainText("established");
});

test("a gateway without connections says so, and shows what it is", async ({ page, simulator }) => {
  setUp(simulator, []);
  await page.goto(ADDRESS);
  await expect(
    page.getByRole("heading", { name: "No IPsec connections on this VPN gateway" }),
  ).toBeVisible();
  await expect(drawingOf(page)).toHaveCount(0);
  await expect(fieldOf(page, "Gateway", "Bandwidth")).toHaveText("200M");
});

test("a filter on the page that nothing matches speaks of the gateway", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(pages.list(VPN_GATEWAY, { status: ["down"] }));
  const notice = page.getByRole("region", { name: "No connections match the filters" });
  await expect(notice).toBeVisible();
  await expect(notice).not.toContainText("region");
  await notice.getByRole("link").click();
  await expect(page).toHaveURL(ADDRESS);
  await expect(rowOf(page, "alpha")).toBeVisible();
});

test("the key of a customer gateway's BGP session is not in what its VPN gateway's page holds", async ({
  request,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  expect(WORKS.AuthKey).toBe(SECRETS.authKey);
  const html = await (await request.get(ADDRESS)).text();
  expect(html).toContain("works-firewall");
  expect(html.includes(SECRETS.authKey)).toBe(false);
});

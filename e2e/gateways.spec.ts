import { expect, rowOf, test } from "@/e2e/fixtures";
import { drawingOf, laneOf, rowNames, stopPolls } from "@/e2e/page-parts";
import {
  APART,
  NAMES,
  numbered,
  pair,
  PHASE_1_FAILED,
  setUp,
  single,
  UP,
  VPN_GATEWAY,
} from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const ADDRESS = pages.list(VPN_GATEWAY);

test("title, heading and id say what the page is about, and the region leads to its list", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(ADDRESS);
  await expect(page).toHaveTitle("vgw-core · China (Hangzhou) · Tunnelboard");
  await expect(page.getByRole("heading", { level: 1, name: "vgw-core" })).toBeVisible();
  await expect(page.getByRole("main").getByText("vpn-core", { exact: true }).first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: NAMES.region }).click();
  await expect(page).toHaveURL(pages.vpnGateways(VPN_GATEWAY.regionId));
  await page.goto(pages.vpnConnections(VPN_GATEWAY.regionId));
  await rowOf(page, "alpha").getByRole("link", { name: "vgw-core" }).click();
  await expect(page).toHaveURL(ADDRESS);
});

test("a gateway without a name goes by its id", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)], { Name: "" });
  await page.goto(ADDRESS);
  await expect(page).toHaveTitle("vpn-core · China (Hangzhou) · Tunnelboard");
  await expect(page.getByRole("heading", { level: 1, name: "Unnamed" })).toBeVisible();
});

const HEADLINES: [string, object[]][] = [
  ["The only connection is up", [single("a", UP)]],
  ["All 2 connections are up", [single("a", UP), pair("b", [UP, UP])]],
  ["1 of 1 connection degraded", [pair("a", [PHASE_1_FAILED, UP])]],
  [
    "1 of 4 connections down, 1 degraded, 1 unknown",
    [
      single("a", UP),
      pair("b", [UP, PHASE_1_FAILED]),
      single("c", PHASE_1_FAILED),
      single("d", ""),
    ],
  ],
  ["2 of 2 connections in an unknown state", [single("a", ""), single("b", "sa_of_2027")]],
];

for (const [headline, connections] of HEADLINES) {
  test(`the verdict over all: ${headline}`, async ({ page, simulator }) => {
    setUp(simulator, connections);
    await page.goto(ADDRESS);
    await expect(page.getByText(headline, { exact: true })).toBeVisible();
  });
}

test("the drawing is a figure that says in lists what it shows", async ({ page, simulator }) => {
  setUp(simulator, [
    single("alpha", UP, { RemoteSubnet: "192.168.7.0/24" }),
    pair("beta", [UP, PHASE_1_FAILED], APART, { LocalSubnet: "10.2.0.0/16" }),
  ]);
  await page.goto(ADDRESS);
  const drawing = drawingOf(page);
  for (const text of ["vpc-core", "10.1.0.0/16", "10.2.0.0/16", "203.0.113.1", "203.0.113.2"]) {
    await expect(drawing.getByText(text, { exact: true })).toBeVisible();
  }
  const legend = drawing.getByRole("list", { name: "Lines" }).getByRole("listitem");
  await expect(legend).toHaveText(["up", "down", "being changed", "not known"]);

  const alpha = laneOf(page, "alpha");
  await expect(alpha).toContainText("Up");
  await expect(alpha).toContainText("Tunnel 1: established");
  await expect(alpha).toContainText("works-firewallcgw-works198.51.100.20");
  await expect(alpha).toContainText("192.168.7.0/24");

  const beta = laneOf(page, "beta");
  await expect(beta).toContainText("Degraded");
  const first = beta.getByRole("listitem").filter({ hasText: "Tunnel 1 (active):" }).first();
  await expect(first).toContainText("Tunnel 1 (active): established");
  await expect(first).toContainText("works-firewallcgw-works198.51.100.20");
  await expect(first).not.toContainText("cgw-office");
  const second = beta.getByRole("listitem").filter({ hasText: "Tunnel 2 (standby):" }).first();
  await expect(second).toContainText("Tunnel 2 (standby): phase 1 failed");
  await expect(second).toContainText("office-routercgw-office198.51.100.30");
  await expect(second).not.toContainText("cgw-works");

  await beta.getByRole("link", { name: "cgw-office" }).click();
  await expect(page).toHaveURL(pages.customerGateway(VPN_GATEWAY.regionId, "cgw-office"));
});

test("a tunnel that is being changed is drawn as such", async ({ page, simulator }) => {
  const body = pair("beta", [UP, UP]);
  const [tunnel] = body.TunnelOptionsSpecification.TunnelOptions;
  const TunnelOptions = [{ ...tunnel, State: "updating" }];
  setUp(simulator, [{ ...body, TunnelOptionsSpecification: { TunnelOptions } }]);
  await page.goto(ADDRESS);
  await expect(laneOf(page, "beta")).toContainText("Tunnel 1 (active): being changed");
});

test("the table pages, and the drawing keeps all connections", async ({ page, simulator }) => {
  setUp(simulator, [
    ...numbered(12, () => UP),
    single("elsewhere", UP, { VpnGatewayId: "vpn-other" }),
  ]);
  await page.goto(ADDRESS);
  const connections = page.getByRole("region", { name: "Connections" });
  await expect(
    connections.getByRole("table", { name: "IPsec connections of vgw-core" }),
  ).toBeVisible();
  await expect(connections.getByText("1–10 of 12")).toBeVisible();
  await connections.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { pageNumber: 2 }));
  await expect(connections.getByText("11–12 of 12")).toBeVisible();
  await expect(rowNames(page)).toHaveText(["n20", "n21"]);
  await expect(laneOf(page, "n10")).toBeVisible();
  await expect(laneOf(page, "elsewhere")).toHaveCount(0);
});

test("a panel opens by click and by address", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP), single("beta", UP)]);
  await page.goto(ADDRESS);
  const ike = page.getByRole("table", { name: "IKE, phase 1" });
  await expect(ike).toHaveCount(0);
  await page.getByRole("link", { name: "Details of alpha" }).click();
  await expect(ike).toHaveCount(1);
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { open: ["vco-alpha"] }));
  await page.goto(pages.list(VPN_GATEWAY, { open: ["vco-beta", "vco-alpha"] }));
  await expect(ike).toHaveCount(2);
});

test("a status filters the table, and neither headline nor drawing", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP), single("beta", PHASE_1_FAILED), single("gamma", UP)]);
  await page.goto(ADDRESS);
  const states = page.getByRole("navigation", { name: "By status" });
  await expect(states.getByRole("link")).toHaveText(["Down1", "Degraded0", "Unknown0", "Up2"]);
  await states.getByRole("link", { name: "Up 2" }).click();
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { status: ["up"] }));
  await expect(page.getByRole("link", { name: /^Details of/ })).toHaveCount(2);
  await expect(rowOf(page, "beta")).toHaveCount(0);
  await expect(page.getByText("1 of 3 connections down")).toBeVisible();
  await expect(laneOf(page, "beta")).toBeVisible();
  await page.getByRole("link", { name: "Remove the filter status Up" }).click();
  await expect(page).toHaveURL(ADDRESS);
  await expect(rowOf(page, "beta")).toBeVisible();
});

test("headline, drawing and row follow a change at the next poll", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.clock.install();
  await page.goto(ADDRESS);
  await expect(laneOf(page, "alpha")).toContainText("established");
  simulator.setConnections(VPN_GATEWAY.regionId, [single("alpha", PHASE_1_FAILED)]);
  await page.clock.fastForward("00:16");
  await expect(laneOf(page, "alpha")).toContainText("phase 1 failed");
  await expect(rowOf(page, "alpha")).toContainText("phase 1 failed");
  await expect(page.getByText("1 of 1 connection down")).toBeVisible();
});

test("a refresh by hand renews headline and drawing too", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await stopPolls(page);
  await page.goto(ADDRESS);
  simulator.setConnections(VPN_GATEWAY.regionId, [single("alpha", PHASE_1_FAILED)]);
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(rowOf(page, "alpha")).toContainText("phase 1 failed");
  await expect(laneOf(page, "alpha")).toContainText("phase 1 failed");
  await expect(page.getByText("1 of 1 connection down")).toBeVisible();
});

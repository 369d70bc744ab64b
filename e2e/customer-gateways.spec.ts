import { expect, rowOf, SECRETS, test } from "@/e2e/fixtures";
import { drawingOf, fieldOf, laneOf, rowNames } from "@/e2e/page-parts";
import {
  APART,
  CUSTOMER_GATEWAY,
  NAMES,
  numbered,
  pair,
  PHASE_1_FAILED,
  PHASE_2_FAILED,
  setUp,
  single,
  UP,
  WORKS,
} from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const ADDRESS = pages.list(CUSTOMER_GATEWAY);
const { regionId } = CUSTOMER_GATEWAY;

test("title, heading, id and verdict say what the page is about", async ({ page, simulator }) => {
  setUp(simulator, [pair("alpha", [UP, PHASE_2_FAILED]), single("beta", UP)]);
  await page.goto(pages.vpnConnections(regionId));
  await rowOf(page, "alpha").getByRole("link", { name: "works-firewall" }).click();
  await expect(page).toHaveURL(ADDRESS);
  await expect(page).toHaveTitle("works-firewall · China (Hangzhou) · Tunnelboard");
  await expect(page.getByRole("heading", { level: 1, name: "works-firewall" })).toBeVisible();
  await expect(page.getByText("cgw-works", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("1 of 2 connections degraded", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: NAMES.region }).click();
  await expect(page).toHaveURL(pages.customerGateways(regionId));
});

test("every documented field has its place, and the BGP key only its presence", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(ADDRESS);
  await expect(page.getByRole("region", { name: "Customer gateway details" })).toBeVisible();
  for (const [label, value] of [
    ["Address", "198.51.100.20"],
    ["AS number", "64513"],
    ["BGP auth key", "configured"],
    ["Created", "2023-06-07 16:09:10"],
    ["Created", "2023-06-07 08:09:10 UTC"],
    ["Resource group", "rg-works"],
    ["Description", "in the cellar"],
    ["Tags", "site: nbg"],
  ] as const) {
    await expect(fieldOf(page, "Customer gateway", label), label).toContainText(value);
  }
  expect((await page.content()).includes(SECRETS.authKey)).toBe(false);
});

test("one of which the API tells nothing but the id has its page, without a key", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  simulator.setCustomerGateways(regionId, [{ CustomerGatewayId: "cgw-works" }]);
  await page.goto(ADDRESS);
  await expect(page).toHaveTitle("cgw-works · China (Hangzhou) · Tunnelboard");
  await expect(fieldOf(page, "Customer gateway", "Address")).toHaveText("not reported");
  await expect(fieldOf(page, "Customer gateway", "BGP auth key")).toHaveCount(0);
  await expect(laneOf(page, "alpha")).toContainText("established");
});

test("the drawing leads from the VPN gateways to this one and what is behind it", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [
    single("alpha", UP, { RemoteSubnet: "192.168.7.0/24" }),
    pair("beta", [UP, PHASE_1_FAILED], ["cgw-works", "cgw-works"], { LocalSubnet: "10.2.0.0/16" }),
  ]);
  await page.goto(ADDRESS);
  const drawing = drawingOf(page);
  for (const text of ["198.51.100.20", "192.168.7.0/24", "192.168.1.0/24"]) {
    await expect(drawing.getByText(text, { exact: true })).toBeVisible();
  }
  const alpha = laneOf(page, "alpha");
  await expect(alpha).toContainText("Tunnel 1: established");
  await expect(alpha).toContainText("vgw-corevpn-core203.0.113.1203.0.113.2");
  await expect(alpha).toContainText("10.1.0.0/16");
  const beta = laneOf(page, "beta");
  await expect(beta).toContainText("Degraded");
  await expect(beta).toContainText("Tunnel 1 (active): established");
  await expect(beta).toContainText("Tunnel 2 (standby): phase 1 failed");
  await expect(beta).toContainText("10.2.0.0/16");
  await expect(beta).not.toContainText("cgw-");
  await alpha.getByRole("link", { name: "vpn-core" }).click();
  await expect(page).toHaveURL(pages.vpnGateway(regionId, "vpn-core"));
});

test("a tunnel to another customer gateway does not reach this one, and names the other", async ({
  page,
  simulator,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  setUp(simulator, [pair("alpha", [UP, PHASE_1_FAILED], APART)]);
  await page.goto(ADDRESS);
  const tunnelOf = (hasText: string) =>
    laneOf(page, "alpha").getByRole("listitem").filter({ hasText }).last();
  const own = tunnelOf("Tunnel 1 (active): established");
  await expect(own).not.toContainText("cgw-");
  const away = tunnelOf("Tunnel 2 (standby): phase 1 failed");
  const widthOf = async (item: typeof own) =>
    (await item.locator("svg").first().boundingBox())?.width ?? 0;
  expect(await widthOf(own)).toBeGreaterThan(100);
  expect(await widthOf(away)).toBeLessThan((await widthOf(own)) / 2);
  await away.getByRole("link", { name: "cgw-office" }).click();
  await expect(page).toHaveURL(pages.customerGateway(regionId, "cgw-office"));
  await expect(tunnelOf("Tunnel 1 (active)").getByRole("link")).toHaveText("cgw-works");
  await expect(tunnelOf("Tunnel 2 (standby)")).not.toContainText("cgw-");
});

test("a narrow window says where the other tunnel leads, too", async ({ page, simulator }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  setUp(simulator, [pair("alpha", [UP, PHASE_1_FAILED], APART)]);
  await page.goto(ADDRESS);
  const items = laneOf(page, "alpha").getByRole("listitem");
  const away = items.filter({ hasText: "Tunnel 2 (standby)" }).last();
  await expect(away.getByText("cgw-office").filter({ visible: true })).toHaveCount(1);
});

test("the table pages, filters and opens panels, in the address", async ({ page, simulator }) => {
  setUp(simulator, [
    ...numbered(12, (index) => (index === 11 ? PHASE_1_FAILED : UP)),
    single("elsewhere", UP, { CustomerGatewayId: "cgw-office" }),
  ]);
  await page.goto(ADDRESS);
  const connections = page.getByRole("region", { name: "Connections" });
  const table = { name: "IPsec connections of works-firewall" };
  await expect(connections.getByRole("table", table)).toBeVisible();
  await expect(connections.getByText("1–10 of 12")).toBeVisible();
  await connections.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(pages.list(CUSTOMER_GATEWAY, { pageNumber: 2 }));
  await expect(connections.getByText("11–12 of 12")).toBeVisible();
  await expect(rowNames(page)).toHaveText(["n20", "n21"]);
  await page.getByRole("link", { name: "Details of n20" }).click();
  await expect(page).toHaveURL(pages.list(CUSTOMER_GATEWAY, { pageNumber: 2, open: ["vco-n20"] }));
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toHaveCount(1);
  const states = page.getByRole("navigation", { name: "By status" });
  await states.getByRole("link", { name: "Down 1" }).click();
  await expect(page).toHaveURL(pages.list(CUSTOMER_GATEWAY, { status: ["down"] }));
  await expect(rowNames(page)).toHaveText(["n21"]);
  await expect(laneOf(page, "n10")).toBeVisible();
  await expect(laneOf(page, "elsewhere")).toHaveCount(0);
  await page.goto(pages.list(CUSTOMER_GATEWAY, { open: ["vco-n10", "vco-n11"] }));
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toHaveCount(2);
});

test("headline and drawing follow a change at the next poll", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.clock.install();
  await page.goto(ADDRESS);
  await expect(laneOf(page, "alpha")).toContainText("established");
  simulator.setConnections(regionId, [single("alpha", PHASE_2_FAILED), single("beta", UP)]);
  await page.clock.fastForward("00:16");
  await expect(laneOf(page, "alpha")).toContainText("phase 2 failed");
  await expect(laneOf(page, "beta")).toContainText("established");
  await expect(page.getByText("1 of 2 connections down")).toBeVisible();
});

test("a customer gateway without connections says so, and shows what it is", async ({
  page,
  simulator,
}) => {
  setUp(simulator, []);
  await page.goto(ADDRESS);
  const heading = { name: "No IPsec connections to this customer gateway" };
  await expect(page.getByRole("heading", heading)).toBeVisible();
  await expect(drawingOf(page)).toHaveCount(0);
  await expect(fieldOf(page, "Customer gateway", "Address")).toHaveText(WORKS.IpAddress);
});

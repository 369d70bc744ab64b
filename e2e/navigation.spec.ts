import type { Page } from "playwright/test";
import { violationsInBoth } from "@/e2e/axe-violations";
import { expect, REGION, test } from "@/e2e/fixtures";
import { untilHydrated } from "@/e2e/small-list";
import { setUp, single, UP, VPN_GATEWAY } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const navigation = (page: Page) => page.getByRole("navigation", { name: "Main navigation" });
const link = (page: Page, name: string) =>
  navigation(page).getByRole("link", { name, exact: true });
const marked = (page: Page) => navigation(page).locator("[aria-current]");

async function pickRegion(page: Page, name: RegExp | string) {
  await page.getByRole("button", { name: /^Region:/ }).click();
  await page
    .getByRole("navigation", { name: "Region", exact: true })
    .getByRole("link", { name })
    .click();
}

test("the navigation marks where one is, and keeps the region", async ({ page }) => {
  await page.goto(pages.home);
  await untilHydrated(page);
  await expect(marked(page)).toHaveText(["Overview"]);
  await link(page, "Connections").click();
  await expect(page).toHaveURL(pages.vpnConnections(null));
  await expect(marked(page)).toHaveText(["Connections"]);
  await pickRegion(page, /China \(Beijing\)/);
  await expect(page).toHaveURL(pages.vpnConnections("cn-beijing"));
  for (const [name, address] of [
    ["Subnets", pages.subnets({ regionId: "cn-beijing" })],
    ["Events", pages.events({ regionId: "cn-beijing" })],
    ["Findings", pages.findings({ regionId: "cn-beijing" })],
    ["Connections", pages.vpnConnections("cn-beijing")],
  ] as const) {
    await link(page, name).click();
    await expect(page).toHaveURL(address);
    await expect(link(page, name)).toHaveAttribute("aria-current", "page");
    await expect(marked(page)).toHaveCount(1);
    await expect(page.getByRole("button", { name: /Region: China \(Beijing\)/ })).toBeVisible();
  }
  await expect(link(page, "VPN gateways")).toHaveAttribute("href", pages.vpnGateways("cn-beijing"));
});

test("another region shows the same page with the same filters", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION, { status: ["down"], sort: "name", pageNumber: 2 }));
  await pickRegion(page, /China \(Beijing\)/);
  await expect(page).toHaveURL(
    pages.vpnConnections("cn-beijing", { sort: "name", status: ["down"] }),
  );
  await pickRegion(page, "All regions");
  await expect(page).toHaveURL(pages.vpnConnections(null, { sort: "name", status: ["down"] }));
  await page.goto(pages.events({ regionId: REGION, kind: ["down"] }));
  await pickRegion(page, /China \(Beijing\)/);
  await expect(page).toHaveURL(pages.events({ regionId: "cn-beijing", kind: ["down"] }));
});

test("what belongs to a gateway says so, up to the list of all", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(pages.logs(REGION, "vco-alpha"));
  const way = page.getByRole("navigation", { name: "Breadcrumbs" });
  await expect(way.getByRole("listitem")).toHaveCount(5);
  await expect(way.locator("[aria-current=page]")).toHaveText("Logs and diagnosis");
  await expect(link(page, "Connections")).toHaveAttribute("aria-current", "true");
  await way.getByRole("link", { name: "alpha" }).click();
  await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-alpha"));
  await way.getByRole("link").nth(2).click();
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY));
  await expect(link(page, "VPN gateways")).toHaveAttribute("aria-current", "true");
  await expect(way.getByRole("link", { name: "China (Hangzhou)" })).toHaveAttribute(
    "href",
    pages.vpnGateways(REGION),
  );
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test("the menu has search and navigation, and closes behind a link", async ({ page }) => {
    await page.goto(pages.vpnConnections(REGION, { pageSize: 1 }));
    await untilHydrated(page);
    await expect(navigation(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("banner").getByRole("searchbox")).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
    await link(page, "Findings").click();
    await expect(page).toHaveURL(pages.findings({ regionId: REGION }));
    await expect(navigation(page)).toHaveCount(0);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("the menu opens, and search and navigation lead on", async ({ page }) => {
      await page.goto(pages.vpnConnections(REGION, { pageSize: 1 }));
      await page.getByRole("button", { name: "Menu" }).click();
      await link(page, "Subnets").click();
      await expect(page).toHaveURL(pages.subnets({ regionId: REGION }));
      await page.getByRole("button", { name: "Menu" }).click();
      const search = page.getByRole("banner").getByRole("searchbox");
      await search.fill("nobody is called this");
      await search.press("Enter");
      await expect(page).toHaveURL(pages.vpnConnections(null, { q: "nobody is called this" }));
    });
  });
});

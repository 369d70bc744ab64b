import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const LISTS = [
  pages.vpnConnections(REGION),
  pages.vpnConnections(null),
  pages.vpnGateways(REGION),
  pages.gateways("customerGateway", null),
];

/** Where that is which people press first, and the first row. */
async function placesOn(page: Page) {
  const filters = page.getByRole("search").last().locator("summary");
  const states = page.getByRole("navigation", { name: "By status" });
  const row = page.locator("tbody tr").first();
  return Promise.all([filters, states, row].map((one) => one.boundingBox()));
}

test("nothing above a list moves when its page comes alive", async ({ page, browser, app }) => {
  const viewport = { width: 1440, height: 900 };
  await page.setViewportSize(viewport);
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport });
  const still = await plain.newPage();
  for (const address of LISTS) {
    await page.goto(address);
    await expect(page.getByText(/\b(now|ago)$/).first()).toBeVisible();
    await still.goto(app.url + address);
    const before = await placesOn(still);
    expect(before, address).not.toContain(null);
    expect(await placesOn(page), address).toEqual(before);
  }
  await plain.close();
});

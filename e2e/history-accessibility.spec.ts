import type { Page } from "playwright/test";
import type { AppServer } from "@/e2e/app-server";
import { violationsInBoth } from "@/e2e/axe-violations";
import { CUSTOMER, makeUgly, VPN } from "@/e2e/extreme-data";
import { expect, REGION, test } from "@/e2e/fixtures";
import { expectAllInSight } from "@/e2e/no-overflow";
import { historyIn, untilRecorded } from "@/e2e/recorded-history";
import { GATEWAY, pair, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";
import type { Simulator } from "@/lib/simulator/simulator";

const PAIR = pages.vpnConnection(REGION, "vco-pair");

/** A pair of which a tunnel is down and whose configuration has changed, one that is gone, and one that is not. */
async function makeHistory(app: AppServer, simulator: Simulator) {
  const more = { RemoteSubnet: "192.168.7.0/24", Name: "n".repeat(100) };
  setUp(simulator, [pair("pair", [UP, UP]), single("gone", PHASE_1_FAILED), single("rest", UP)]);
  await untilRecorded(app, "vco-pair");
  setUp(simulator, [pair("pair", [UP, PHASE_1_FAILED], undefined, more), single("rest", "")]);
  await untilRecorded(app, "vco-pair", 3);
}

/** Opens what a page has folded when it comes, in any language. */
async function unfold(page: Page) {
  for (const fold of await page.locator("#history details > summary").all()) await fold.click();
}

for (const [locale, address] of [
  ["en-US", PAIR],
  ["zh-CN", pages.vpnConnection(REGION, "vco-gone")],
  ["en-US", pages.vpnGateway(REGION, GATEWAY.VpnGatewayId)],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`axe finds nothing in the history at ${address}, light and dark`, async ({
      page,
      app,
      simulator,
    }) => {
      await makeHistory(app, simulator);
      await page.goto(address);
      await unfold(page);
      expect(await violationsInBoth(page)).toEqual([]);
      const text = await page.locator("body").innerText();
      expect(text).not.toMatch(/\b(undefined|NaN|null)\b|\[object|\bhistory\.\w/);
    });
  });
}

test("ranges and tables are reached and used by keyboard", async ({ page, app, simulator }) => {
  await makeHistory(app, simulator);
  await page.goto(PAIR);
  const link = page.getByRole("link", { name: "30 days" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pages.history(REGION, "vco-pair", "30d"));
  await expect(link).toHaveAttribute("aria-current", "true");
  const fold = historyIn(page).locator("summary").filter({ hasText: "Exact times as tables" });
  await fold.focus();
  await page.keyboard.press("Enter");
  const table = historyIn(page).getByRole("table", { name: "States of the connection" });
  await expect(table.getByRole("row").nth(1)).toContainText(/degraded.*ongoing/);
});

test("nothing of a history scrolls sideways, whatever the names", async ({
  page,
  app,
  simulator,
}) => {
  await makeHistory(app, simulator);
  await page.setViewportSize({ width: 390, height: 900 });
  for (const address of [PAIR, pages.vpnGateway(REGION, GATEWAY.VpnGatewayId)]) {
    await page.goto(address);
    await unfold(page);
    await expectAllInSight(page, address);
  }
  makeUgly(simulator);
  await untilRecorded(app, "vco-ugly-5");
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [
      pages.vpnGateway(REGION, VPN),
      pages.customerGateway(REGION, CUSTOMER),
      pages.vpnConnection(REGION, "vco-ugly-5", "90d"),
      pages.vpnConnection(REGION, "vco-pair"),
    ]) {
      await page.goto(address);
      await unfold(page);
      await expectAllInSight(page, `${address} at ${width} px`);
    }
  }
});

test("on paper the tables are open and the links are gone", async ({ page, app, simulator }) => {
  await makeHistory(app, simulator);
  await page.goto(PAIR);
  const table = historyIn(page).getByRole("table", { name: "States of the connection" });
  await expect(table).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(table).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Time range" })).toBeHidden();
});

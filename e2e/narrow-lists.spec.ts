import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const LISTS = [
  ["connections", pages.vpnConnections(REGION, { pageSize: 20 })],
  ["connections of all regions", pages.vpnConnections(null, { pageSize: 20 })],
  ["VPN gateways", pages.gateways("vpnGateway", REGION, { pageSize: 20 })],
] as const;

/** With the list scrolled to: how many of its rows are whole below the header, and cells that are not seen. */
async function seen(page: Page) {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll(".list-row")];
    const top = document.querySelector("header")?.offsetHeight ?? 0;
    window.scrollBy(0, (rows[0]?.getBoundingClientRect().top ?? 0) - top);
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const cells = [...(rows[0]?.children ?? [])];
    return {
      rows: boxes.filter((box) => box.top > top - 2 && box.bottom <= window.innerHeight).length,
      hidden: cells.filter((cell) => !cell.checkVisibility() || cell.clientWidth === 0).length,
      columns: cells.length,
    };
  });
}

for (const [width, height, least] of [
  [390, 844, 3],
  [768, 1024, 8],
] as const) {
  test.describe(`a window of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });

    test(`shows ${least} rows of a list at a time, with all of their columns`, async ({ page }) => {
      for (const [name, address] of LISTS) {
        await page.goto(address);
        await expect(page.locator(".list-row").first(), name).toBeVisible();
        const found = await seen(page);
        expect(found.rows, name).toBeGreaterThanOrEqual(least);
        expect(found.hidden, name).toBe(0);
        expect(found.columns, name).toBeGreaterThan(9);
      }
    });
  });
}

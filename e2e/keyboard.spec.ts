import type { Locator, Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { untilHydrated } from "@/e2e/small-list";
import { setUp, single, UP, VPN_GATEWAY } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** Presses Tab until the focus is there, however many stops lie between. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("everything can be reached and done with the keyboard alone", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const picker = page.getByRole("button", { name: /^Region/ });
  await expect(picker).toBeFocused();
  await page.keyboard.press("Enter");
  const beijing = page.getByRole("link", { name: /China \(Beijing\)/ });
  await expect(beijing).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(beijing).toBeHidden();
  await expect(picker).toBeFocused();

  const toggle = page.getByRole("link", { name: "Details of hz-prod-to-frankfurt-dc1" });
  await tabTo(page, toggle);
  await page.keyboard.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await expect(toggle).toBeFocused();
});

test("the focus is visible", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  const toggle = page.getByRole("link", { name: "Details of hz-prod-to-frankfurt-dc1" });
  await toggle.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(toggle).toHaveCSS("outline-style", "solid");
});

test("an id is copied with one press, and that is announced", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(pages.vpnConnections(REGION));
  // Those of cells are the pointer's.
  await page
    .getByRole("link", { name: /^Details of/ })
    .first()
    .press("Enter");
  const button = page.getByRole("button", { name: /^Copy vco-/ }).filter({ visible: true });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  const name = await button.getAttribute("aria-label");
  expect(`Copy ${await page.evaluate(() => navigator.clipboard.readText())}`).toBe(name);
});

test("a gateway's page can be walked with the keyboard alone", async ({ page, simulator }) => {
  setUp(simulator, [single("first", UP), single("second", UP)]);
  await page.goto(pages.list(VPN_GATEWAY));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "China (Hangzhou)" }));
  await tabTo(page, page.getByRole("button", { name: "Copy link" }).first());
  const drawing = page.getByRole("figure", { name: "How it is connected" });
  await tabTo(page, drawing.getByRole("link", { name: "second", exact: true }));
  await tabTo(page, page.getByRole("link", { name: /^Up/ }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { status: ["up"] }));
  const toggle = page.getByRole("link", { name: "Details of second" });
  await tabTo(page, toggle);
  await page.keyboard.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, page.locator("summary").filter({ hasText: "Pre-shared key" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/It stays on the server/)).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "50 per page" }));
  await tabTo(page, page.getByRole("button", { name: "Keyboard shortcuts" }));
});

test("language and theme can be chosen with the keyboard alone", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  const button = page.getByRole("button", { name: "Language and display" });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const dark = page.getByRole("button", { name: "Dark", exact: true });
  await expect(dark).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dark).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, dark);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a row that gets the focus is not left behind the header", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(pages.vpnConnections(REGION));
  await untilHydrated(page);
  const rows = page.getByRole("link", { name: /^Details of/ });
  const above = rows.nth(4);
  await rows.nth(5).focus();
  for (const key of ["k", "Shift+Tab"]) {
    await above.evaluate((row) => window.scrollBy(0, row.getBoundingClientRect().top - 10));
    await rows.nth(5).evaluate((row) => {
      if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    });
    const target = key === "k" ? above : page.locator(":focus");
    await page.keyboard.press(key);
    const edge = await page
      .getByRole("banner")
      .evaluate((one) => one.getBoundingClientRect().bottom);
    await expect
      .poll(() => target.evaluate((row) => row.getBoundingClientRect().top), { message: key })
      .toBeGreaterThanOrEqual(edge);
  }
});

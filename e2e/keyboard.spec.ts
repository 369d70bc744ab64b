import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

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
  for (let presses = 0; presses < 30; presses++) {
    if (await toggle.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(toggle).toBeFocused();
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
  const button = page.getByRole("button", { name: /^Copy vco-/ }).first();
  await button.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  const name = await button.getAttribute("aria-label");
  expect(`Copy ${await page.evaluate(() => navigator.clipboard.readText())}`).toBe(name);
});

import type { Locator, Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { fieldOf, SMALL_LIST, unfoldFields, untilHydrated } from "@/e2e/small-list";
import { setUp, single, UP, VPN_GATEWAY } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const LIST = pages.vpnConnections(REGION);

const row = (page: Page, name: string) => page.getByRole("link", { name: `Details of ${name}` });
const search = (page: Page) => page.getByRole("banner").getByRole("searchbox");
const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

async function open(page: Page, address: string) {
  await page.goto(address);
  await untilHydrated(page);
}

/** Presses a key, and looks where that has led. */
async function press(page: Page, key: string, focused: Locator) {
  await page.keyboard.press(key);
  await expect(focused, key).toBeFocused();
}

test.beforeEach(({ simulator }) => simulator.setConnections(REGION, SMALL_LIST));

test("/ leads to the search of the header from anywhere, with its text selected", async ({
  page,
}) => {
  await open(page, LIST);
  await press(page, "/", search(page));
  await page.keyboard.type("something else");
  await row(page, "alpha").focus();
  await press(page, "/", search(page));
  await page.keyboard.type("nobody is called this");
  await expect(search(page)).toHaveValue("nobody is called this");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pages.vpnConnections(null, { q: "nobody is called this" }));
});

test("/ unfolds the menu that the search is in where the window is narrow", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 600 });
  await open(page, LIST);
  await expect(search(page)).toHaveCount(0);
  await press(page, "/", search(page));
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveCount(0);
});

test("j and k go from row to row, and stop at the ends", async ({ page }) => {
  await open(page, LIST);
  // With nothing in focus there is nothing to go back from.
  await page.keyboard.press("k");
  await expect(page.locator("body")).toBeFocused();
  for (const name of ["charlie", "alpha", "delta", "bravo", "echo", "echo"]) {
    await press(page, "j", row(page, name));
  }
  for (const name of ["bravo", "delta", "alpha", "charlie", "charlie"]) {
    await press(page, "k", row(page, name));
  }
});

test("Enter opens and closes the row, and an open panel is no obstacle", async ({ page }) => {
  await open(page, LIST);
  await press(page, "j", row(page, "charlie"));
  await press(page, "j", row(page, "alpha"));
  await page.keyboard.press("Enter");
  await expect(row(page, "alpha")).toHaveAttribute("aria-expanded", "true");
  await expect(page).toHaveURL(pages.vpnConnections(REGION, { open: ["vco-alpha"] }));
  await expect(row(page, "alpha")).toBeFocused();
  await press(page, "j", row(page, "delta"));
  await press(page, "k", row(page, "alpha"));
  // From within the panel both ways lead out of it.
  const inside = page.getByRole("link", { name: "Open connection" });
  await inside.focus();
  await press(page, "j", row(page, "delta"));
  await inside.focus();
  await press(page, "k", row(page, "alpha"));
  await page.keyboard.press("Enter");
  await expect(row(page, "alpha")).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(LIST);
});

test("j starts behind what has the focus, k before it", async ({ page }) => {
  await open(page, LIST);
  await page.getByRole("link", { name: "Refresh" }).focus();
  await press(page, "j", row(page, "charlie"));
  await page.getByRole("link", { name: "50 per page" }).focus();
  await press(page, "k", row(page, "echo"));
});

test("? shows the list of shortcuts and hides it", async ({ page }) => {
  await open(page, LIST);
  await expect(help(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(help(page)).toBeVisible();
  for (const key of ["/", "j", "k", "Enter", "?"]) {
    await expect(help(page).getByRole("term").filter({ hasText: key })).toHaveCount(1);
  }
  await page.keyboard.press("?");
  await expect(help(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help(page)).toHaveCount(0);
  await page.goto("/no/such/page");
  await expect(page.getByRole("button", { name: "Keyboard shortcuts" })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("in a field these characters are text", async ({ page }) => {
  await open(page, LIST);
  await search(page).focus();
  await page.keyboard.type("j/k?");
  await expect(search(page)).toHaveValue("j/k?");
  await expect(search(page)).toBeFocused();
  await unfoldFields(page);
  await fieldOf(page, "Add a tag").focus();
  await page.keyboard.type("k/j?");
  await expect(fieldOf(page, "Add a tag")).toHaveValue("k/j?");
  await fieldOf(page, "Tunnel mode").focus();
  await page.keyboard.type("j?");
  await expect(fieldOf(page, "Tunnel mode")).toBeFocused();
  await expect(help(page)).toHaveCount(0);
  await expect(page).toHaveURL(LIST);
});

for (const modifier of ["Control", "Alt", "Meta"]) {
  test(`${modifier} makes of a shortcut another one, which is not ours`, async ({ page }) => {
    await open(page, LIST);
    await press(page, "j", row(page, "charlie"));
    await press(page, "j", row(page, "alpha"));
    for (const key of ["j", "k", "/", "?"]) {
      await page.keyboard.press(`${modifier}+${key}`);
      await expect(row(page, "alpha"), key).toBeFocused();
      await expect(help(page), key).toHaveCount(0);
    }
    await press(page, "j", row(page, "delta"));
  });
}

test("on a gateway's page the rows are walked just the same", async ({ page, simulator }) => {
  setUp(simulator, [single("first", UP), single("second", UP)]);
  await open(page, pages.list(VPN_GATEWAY));
  await press(page, "j", row(page, "first"));
  await press(page, "j", row(page, "second"));
  await page.keyboard.press("Enter");
  await expect(row(page, "second")).toHaveAttribute("aria-expanded", "true");
  await press(page, "k", row(page, "first"));
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const LIST = pages.vpnConnections(REGION, { pageSize: 5 });

async function choose(page: Page, theme: string) {
  await page.getByRole("button", { name: "Language and display" }).click();
  const menu = page.getByRole("group", { name: "Language and display" });
  await menu.getByRole("button", { name: theme, exact: true }).click();
  await expect(menu).toBeHidden();
}

const background = (page: Page) =>
  page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);

/** What the two themes look like where the system alone decides. */
async function backgrounds(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background(page);
  expect(light).not.toBe(dark);
  return { light, dark };
}

test("a theme is the system's until one is chosen, and then the chosen one", async ({ page }) => {
  await page.goto(LIST);
  const { light, dark } = await backgrounds(page);
  const body = page.locator("body");
  await choose(page, "Light");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(body).toHaveCSS("background-color", light);
  await expect(page).toHaveURL(LIST);
  await page.emulateMedia({ colorScheme: "light" });
  await choose(page, "Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(body).toHaveCSS("background-color", dark);
  await page.goto(pages.vpnConnections("cn-beijing"));
  await expect(body).toHaveCSS("background-color", dark);
  await choose(page, "System");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
  await expect(body).toHaveCSS("background-color", light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(body).toHaveCSS("background-color", dark);
});

test("the first HTML has the theme, so that no other one is seen before it", async ({
  page,
  request,
}) => {
  expect(await (await request.get(LIST)).text()).toMatch(/<html[^>]* data-theme="system"/);
  await page.goto(LIST);
  await choose(page, "Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const first = await (await page.request.get(LIST)).text();
  expect(first).toMatch(/<html[^>]* data-theme="dark"/);
  // The style sheet holds the first paint back; a script that sets the theme would come too late.
  expect(first.indexOf('rel="stylesheet"')).toBeLessThan(first.indexOf("<body"));
});

test("what is drawn by the browser itself is of the theme too", async ({ page }) => {
  await page.goto(LIST);
  const scheme = () => page.locator("html").evaluate((html) => getComputedStyle(html).colorScheme);
  await choose(page, "Dark");
  await expect.poll(scheme).toBe("dark");
  await choose(page, "Light");
  await expect.poll(scheme).toBe("light");
});

test("paper is white, whatever the theme", async ({ page }) => {
  await page.goto(LIST);
  const { light } = await backgrounds(page);
  await choose(page, "Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", light);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a theme is chosen and shown all the same", async ({ page }) => {
    await page.goto(LIST);
    const { light, dark } = await backgrounds(page);
    await page.emulateMedia({ colorScheme: "light" });
    await choose(page, "Dark");
    await expect(page).toHaveURL(LIST);
    await expect(page.locator("body")).toHaveCSS("background-color", dark);
    await choose(page, "Light");
    await expect(page.locator("body")).toHaveCSS("background-color", light);
  });
});

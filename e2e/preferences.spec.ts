import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { untilHydrated } from "@/e2e/small-list";
import { api, pages } from "@/lib/vpn/hrefs";

const LIST = pages.vpnConnections(REGION, { pageSize: 20, status: ["up", "degraded"] });

const menu = (page: Page) =>
  page.getByRole("group", { name: /^(Language and display|语言与显示)$/ });

/** Chooses in the menu, as a user does. */
async function choose(page: Page, name: string) {
  await page.getByRole("button", { name: /^(Language and display|语言与显示)$/ }).click();
  await menu(page).getByRole("button", { name, exact: true }).click();
  await expect(menu(page)).toBeHidden();
}

const html = (page: Page) => page.locator("html");
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

for (const { locale, lang, heading, name } of [
  { locale: "en-US", lang: "en", heading: "IPsec connections", name: "China (Hangzhou)" },
  { locale: "de-DE", lang: "en", heading: "IPsec connections", name: "China (Hangzhou)" },
  { locale: "zh-CN", lang: "zh-CN", heading: "IPsec 连接", name: "华东1（杭州）" },
  { locale: "zh-TW", lang: "zh-CN", heading: "IPsec 连接", name: "华东1（杭州）" },
]) {
  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale });

    test("gets the language we speak, in words, title, names and lang", async ({ page }) => {
      await page.goto(LIST);
      await expect(html(page)).toHaveAttribute("lang", lang);
      await expect(title(page, heading)).toBeVisible();
      await expect(page).toHaveTitle(`${heading} · ${name} · Tunnelboard`);
      await expect(page.getByRole("button", { name: `: ${name}` })).toBeVisible();
    });
  });
}

test("a chosen language is remembered, on the same page with its filters and panels", async ({
  page,
}) => {
  await page.goto(LIST);
  await page.getByRole("link", { name: "Details of sap-hana-dr-link" }).click();
  await expect(page).toHaveURL(/&open=vco-/);
  const address = page.url();
  await choose(page, "简体中文");
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("link", { expanded: true })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "移除筛选条件 状态 正常" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "按状态筛选" })).toContainText("降级");
  await expect(page).toHaveTitle("IPsec 连接 · 华东1（杭州） · Tunnelboard");

  // By a link, by an address and by another route.
  await page.getByRole("link", { name: "Tunnelboard：总览" }).click();
  await expect(title(page, "总览")).toBeVisible();
  await page.goto(pages.vpnConnections("cn-nowhere"));
  await expect(page.getByRole("heading", { name: "未找到" })).toBeVisible();
  await page.goto(pages.go("nonsense"));
  await expect(title(page, "无法识别的 ID 格式")).toBeVisible();
  await page.goto("/no/such/page");
  await expect(title(page, "页面不存在")).toBeVisible();
  await page.getByRole("button", { name: "语言与显示" }).click();
  await expect(menu(page).getByRole("button", { name: "简体中文" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("problems follow the chosen language, on the page and in the API", async ({
  page,
  simulator,
}) => {
  await page.goto(LIST);
  await choose(page, "简体中文");
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  const reply = await page.request.get(`${api.vpnConnections(REGION)}?pageSize=0`);
  expect(await reply.json()).toMatchObject({ title: "参数有误", parameter: "pageSize" });
  const { regions } = await (await page.request.get(api.regions)).json();
  expect(regions[0].localName).toBe("华东1（杭州）");
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden.RAM" });
  await page.reload();
  await expect(page.getByRole("region", { name: "服务器缺少权限" })).toContainText(
    "缺少操作 vpc:DescribeVpnConnections 的权限",
  );
});

test("a choice against the browser's language holds, and can be given back to it", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ locale: "zh-CN", baseURL: app.url });
  const page = await context.newPage();
  await page.goto(LIST);
  await choose(page, "English");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(title(page, "IPsec connections")).toBeVisible();
  expect(new URL(page.url()).search).toBe(new URL(LIST, app.url).search);
  await choose(page, "Browser default");
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "语言与显示" }).click();
  await expect(menu(page).getByRole("button", { name: "跟随浏览器" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await context.close();
});

test("no address of a page in the chosen language says which one it is", async ({ page }) => {
  await page.goto(LIST);
  const addresses = () =>
    page.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await untilHydrated(page);
  const before = await addresses();
  await choose(page, "简体中文");
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  await untilHydrated(page);
  expect(await addresses()).toEqual(before);
});

test("after a choice Back shows the page before it, in the new language", async ({ page }) => {
  await page.goto(pages.vpnConnections("cn-beijing"));
  await page.goto(LIST);
  await choose(page, "简体中文");
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  await expect(async () => {
    await page.goBack();
    await expect(page).toHaveURL(pages.vpnConnections("cn-beijing"), { timeout: 2_000 });
  }).toPass();
  await expect(html(page)).toHaveAttribute("lang", "zh-CN");
  await expect(title(page, "IPsec 连接")).toBeVisible();
});

test("shortcuts can be switched off, and on again", async ({ page }) => {
  await page.goto(LIST);
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const first = page.getByRole("link", { name: /^Details of/ }).first();
  await choose(page, "Off");
  await expect(page.getByRole("button", { name: "Keyboard shortcuts" })).toHaveCount(0);
  await untilHydrated(page);
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await page.keyboard.press("/");
  await expect(help).toHaveCount(0);
  await expect(first).not.toBeFocused();
  await expect(page.getByRole("banner").getByRole("searchbox")).not.toBeFocused();
  await choose(page, "On");
  await expect(page.getByRole("button", { name: "Keyboard shortcuts" })).toBeVisible();
  await untilHydrated(page);
  await page.keyboard.press("j");
  await expect(first).toBeFocused();
});

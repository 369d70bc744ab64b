import type { Browser, BrowserContextOptions, Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { rowNames } from "@/e2e/small-list";
import {
  APART,
  CUSTOMER_GATEWAY,
  pair,
  PHASE_1_FAILED,
  setUp,
  single,
  UP,
  VPN_GATEWAY,
} from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const LIST = { of: "region", regionId: REGION } as const;

/** Users as different as colleagues are. */
const USERS: [string, BrowserContextOptions][] = [
  ["in English", { locale: "en-US", timezoneId: "America/New_York" }],
  ["in Chinese", { locale: "zh-CN", timezoneId: "Asia/Shanghai" }],
  ["in English, without JavaScript", { locale: "en-GB", javaScriptEnabled: false }],
  ["in Chinese, without JavaScript", { locale: "zh-CN", javaScriptEnabled: false }],
  ["in the dark and narrow", { colorScheme: "dark", viewport: { width: 390, height: 800 } }],
];

const CONNECTIONS = [
  ...["b", "d", "a", "c", "e"].map((name) => single(name, PHASE_1_FAILED)),
  single("sh", UP, { Name: "上海总部", LocalSubnet: "10.9.0.0/16" }),
  pair("pair", [UP, PHASE_1_FAILED], APART, { Tag: { Tag: [{ Key: "env", Value: "prod" }] } }),
  single("elsewhere", PHASE_1_FAILED, { VpnGatewayId: "vpn-other", CustomerGatewayId: "cgw-o" }),
];

/** A link, the connections it must show in this order, and which of them are open. */
const LINKS: [string, string[], string[]][] = [
  [pages.list(LIST, { pageSize: 3, pageNumber: 2 }), ["c", "e", "上海总部"], []],
  [
    pages.list(LIST, { status: ["down"], sort: "-name", pageSize: 4, open: ["vco-d", "vco-e"] }),
    ["elsewhere", "e", "d", "c"],
    ["e", "d"],
  ],
  [pages.list(LIST, { q: "上海" }), ["上海总部"], []],
  [pages.list(LIST, { q: "10.9.3.7", open: ["vco-sh", "vco-a"] }), ["上海总部"], ["上海总部"]],
  [
    pages.list(LIST, { tunnelMode: "dual", tag: ["env:prod"], open: ["vco-pair"] }),
    ["pair"],
    ["pair"],
  ],
  [pages.list(LIST, { vpnGatewayId: "vpn-other" }), ["elsewhere"], []],
  [
    pages.list(VPN_GATEWAY, { status: ["degraded", "up"], open: ["vco-pair"] }),
    ["上海总部", "pair"],
    ["pair"],
  ],
  [pages.list(CUSTOMER_GATEWAY, { pageSize: 2, pageNumber: 3, sort: "name" }), ["e", "pair"], []],
];

async function readAs(
  browser: Browser,
  options: BrowserContextOptions,
  read: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await read(await context.newPage());
  await context.close();
}

for (const [user, options] of USERS) {
  test(`a link opened cold ${user} shows what it was sent for`, async ({
    browser,
    baseURL,
    simulator,
  }) => {
    test.slow();
    setUp(simulator, CONNECTIONS);
    await readAs(browser, { baseURL, ...options }, async (page) => {
      for (const [address, names, open] of LINKS) {
        await page.goto(address);
        await expect(rowNames(page), address).toHaveText(names);
        await expect(page.getByRole("link", { expanded: true }), address).toHaveText(open);
        await expect(page).toHaveURL(address);
      }
      await expect(page.locator("html")).toHaveAttribute(
        "lang",
        options.locale === "zh-CN" ? "zh-CN" : "en",
      );
    });
  });

  test(`a connection's link opened cold ${user} shows it`, async ({
    browser,
    baseURL,
    simulator,
  }) => {
    setUp(simulator, CONNECTIONS);
    await readAs(browser, { baseURL, ...options }, async (page) => {
      await page.goto(pages.vpnConnection(REGION, "vco-pair"));
      await expect(page.getByRole("heading", { level: 1, name: "pair" })).toBeVisible();
      for (const id of ["vco-pair", "tun-pair-1", "tun-pair-2", "cgw-works", "cgw-office"]) {
        await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
      }
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test(`what a user prefers is never in the URL, ${how} JavaScript`, async ({
    browser,
    baseURL,
    simulator,
  }) => {
    setUp(simulator, CONNECTIONS);
    const address = pages.list(LIST, { status: ["down"], pageSize: 4, open: ["vco-d"] });
    await readAs(browser, { baseURL, locale: "en-US", javaScriptEnabled }, async (page) => {
      await page.goto(address);
      const choose = async (menu: string, choice: string) => {
        await page.getByRole("button", { name: menu }).click();
        await page.getByRole("button", { name: choice, exact: true }).click();
      };
      await choose("Language and display", "Dark");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect(page).toHaveURL(address);
      await choose("Language and display", "简体中文");
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await expect(page).toHaveURL(address);
      await expect(page.getByRole("link", { expanded: true })).toHaveText(["d"]);
      const addresses = await page
        .getByRole("main")
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(addresses.length).toBeGreaterThan(20);
      expect(addresses.join("\n")).not.toMatch(/zh-CN|locale|lang|theme|dark/i);
    });
  });
}

test("without JavaScript the link to copy is a link", async ({ browser, baseURL, simulator }) => {
  setUp(simulator, CONNECTIONS);
  await readAs(browser, { baseURL, javaScriptEnabled: false }, async (page) => {
    const view = { status: ["down" as const], open: ["vco-a"] };
    await page.goto(`${pages.list(VPN_GATEWAY, view)}&utm_source=chat`);
    const links = page.getByRole("link", { name: "Copy link" });
    await expect(links).toHaveCount(3);
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute("href")),
    );
    expect(addresses).toEqual([
      pages.list(VPN_GATEWAY),
      pages.list(VPN_GATEWAY, view),
      pages.vpnConnection(REGION, "vco-a"),
    ]);
  });
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import {
  CUSTOMER_GATEWAY,
  numbered,
  PHASE_1_FAILED,
  setUp,
  single,
  UP,
  VPN_GATEWAY,
} from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const LIST = { of: "region", regionId: REGION } as const;
const CONNECTION = pages.vpnConnection(REGION, "vco-alpha");

const TITLES = [
  [pages.list(LIST), "IPsec connections · China (Hangzhou)", "IPsec 连接 · 华东1（杭州）"],
  [
    pages.list(LIST, { status: ["down"] }),
    "IPsec connections · China (Hangzhou)",
    "IPsec 连接 · 华东1（杭州）",
  ],
  [pages.list(VPN_GATEWAY), "vgw-core · China (Hangzhou)", "vgw-core · 华东1（杭州）"],
  [
    pages.list(CUSTOMER_GATEWAY),
    "works-firewall · China (Hangzhou)",
    "works-firewall · 华东1（杭州）",
  ],
  [CONNECTION, "alpha · China (Hangzhou)", "alpha · 华东1（杭州）"],
  [pages.vpnGateway(REGION, "vpn-gone"), "vpn-gone · China (Hangzhou)", "vpn-gone · 华东1（杭州）"],
  [pages.go("nothing"), "Find an id", "查找 ID"],
] as const;

for (const [locale, column] of [
  ["en-US", 1],
  ["zh-CN", 2],
] as const) {
  test(`titles say what the page is, in ${locale}`, async ({ browser, baseURL, simulator }) => {
    setUp(simulator, [single("alpha", UP)]);
    const page = await (await browser.newContext({ baseURL, locale })).newPage();
    for (const row of TITLES) {
      await page.goto(row[0]);
      await expect(page).toHaveTitle(`${row[column]} · Tunnelboard`);
    }
    await page.context().close();
  });
}

/** What the head of a page says of itself, but for its title. */
function metaOf(html: string): string[] {
  return html.match(/<(meta|link rel="(canonical|alternate)")[^>]*>/g) ?? [];
}

for (const agent of ["a browser", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"]) {
  test(`unfurled by ${agent.slice(0, 9)}, a link has the product's name and no data`, async ({
    request,
    simulator,
  }) => {
    setUp(simulator, [single("alpha", PHASE_1_FAILED)]);
    for (const address of [...TITLES.map(([address]) => address), "/no/such/page"]) {
      const reply = await request.get(address, { headers: { "user-agent": agent } });
      const meta = metaOf(await reply.text());
      for (const [name, content] of [
        ["og:title", "Tunnelboard"],
        ["og:site_name", "Tunnelboard"],
        ["og:description", "IPsec-VPN connections on Alibaba Cloud, read-only."],
        ["twitter:title", "Tunnelboard"],
        ["description", "IPsec-VPN connections on Alibaba Cloud, read-only."],
      ]) {
        const of = meta.filter((tag) => tag.includes(`="${name}"`));
        expect(of, `${name} of ${address}`).toHaveLength(1);
        expect(of[0]).toContain(`content="${content}"`);
      }
      expect(meta.join("\n"), address).not.toMatch(
        /hangzhou|alpha|vgw|works|vpn-|vco-|cgw-|\d+\.\d+\.\d+\.\d+|down/i,
      );
    }
  });
}

/** Presses it, hears that it is done, and reads what was copied, without the origin. */
async function copied(page: Page, button: ReturnType<Page["getByRole"]>): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toHaveCount(1);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const url = new URL(text);
  expect(url.origin).toBe(new URL(page.url()).origin);
  return text.slice(url.origin.length);
}

const buttons = (page: Page) => page.getByRole("button", { name: "Copy link" });

test("the list's link holds filters, page, order and open panels", async ({ page, simulator }) => {
  setUp(
    simulator,
    numbered(12, () => PHASE_1_FAILED),
  );
  const view = { status: ["down" as const], q: "10.1.2.3", sort: "-name" as const, pageSize: 5 };
  await page.goto(pages.list(LIST, { ...view, pageNumber: 2 }));
  await page.getByRole("link", { name: "Details of n16" }).click();
  await page.getByRole("link", { name: "Details of n13" }).click();
  expect(await copied(page, buttons(page).first())).toBe(
    pages.list(LIST, { ...view, pageNumber: 2, open: ["vco-n16", "vco-n13"] }),
  );
});

test("defaults, nonsense and what is not ours are left out of it", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  const query =
    "utm_source=chat&pageNumber=1&pageSize=10&tag=x&sort=psk&status=up&status=up&lang=zh";
  await page.goto(`${pages.list(LIST)}?${query}&open=vco-alpha&open=a%20b`);
  expect(await copied(page, buttons(page).first())).toBe(
    pages.list(LIST, { status: ["up"], open: ["vco-alpha"] }),
  );
  await page.goto(`${CONNECTION}?utm_source=chat`);
  expect(await copied(page, buttons(page))).toBe(CONNECTION);
  await page.goto(`${pages.list(VPN_GATEWAY)}?vpnGatewayId=vpn-other&fbclid=1#top`);
  expect(await copied(page, buttons(page).nth(1))).toBe(pages.list(VPN_GATEWAY));
});

for (const scope of [VPN_GATEWAY, CUSTOMER_GATEWAY]) {
  test(`on a ${scope.of} there is a link of the thing and one of the view`, async ({
    page,
    simulator,
  }) => {
    setUp(simulator, [single("alpha", UP), single("beta", PHASE_1_FAILED)]);
    const view = { status: ["up" as const], open: ["vco-alpha"] };
    await page.goto(pages.list(scope, view));
    expect(await copied(page, buttons(page).first())).toBe(pages.list(scope));
    await page.reload();
    const connections = page.getByRole("region", { name: "Connections" });
    const ofView = connections.getByRole("button", { name: "Copy link" }).first();
    expect(await copied(page, ofView)).toBe(pages.list(scope, view));
  });
}

test("a panel's link is the connection's own, and so is that of its page", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(pages.list(LIST, { open: ["vco-alpha"] }));
  const panel = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: "Open connection" }) });
  expect(await copied(page, panel.getByRole("button", { name: "Copy link" }))).toBe(CONNECTION);
  await page.goto(CONNECTION);
  expect(await copied(page, buttons(page))).toBe(CONNECTION);
});

test("the confirmation is shown, and gone when the user goes on", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(CONNECTION);
  await copied(page, buttons(page));
  await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(buttons(page)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toHaveCount(0);
});

test("where nothing can be copied nothing is said to be", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(CONNECTION);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"));
  });
  await buttons(page).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /copied/i })).toHaveCount(0);
  await expect(buttons(page)).toBeVisible();
});

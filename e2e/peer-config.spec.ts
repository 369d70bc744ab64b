import type { Page } from "playwright/test";
import { violationsInBoth } from "@/e2e/axe-violations";
import { deny } from "@/e2e/companion-pages";
import { expect, REGION, test } from "@/e2e/fixtures";
import { expectAllInSight } from "@/e2e/no-overflow";
import { drawingOf } from "@/e2e/page-parts";
import { APART, CONFIGURED, pair, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { PeerConfigAnswer } from "@/lib/vpn/peer-config/answer";

const { IkeConfig: IKE, IpsecConfig: IPSEC } = CONFIGURED;
const HOSTILE = 'a"; } secrets { x\n$(reboot) `id` # REPLACE-PSK-1';

const addressOf = (name: string, vendor: "strongswan" | "fortigate" | null = null) =>
  pages.peerConfig(REGION, `vco-${name}`, vendor);
const textIn = (page: Page) => page.locator("pre").first();
const current = (page: Page) => page.getByRole("main").locator("a[aria-current]");

test("gateways that cannot be read leave the text, and a note says why", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP, CONFIGURED)]);
  deny(simulator, ["DescribeVpnGateways", "DescribeCustomerGateways"]);
  await page.goto(addressOf("alpha", "strongswan"));
  await expect(textIn(page)).toContainText("proposals = aes256-sha256-modp2048");
  const note = page.getByRole("listitem").filter({ hasText: "Gateways could not be read" });
  await expect(note).toContainText("The server lacks a permission");
});

test("the connection's page leads to the text, which is copied and saved without numbers and key", async ({
  page,
  context,
  simulator,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  setUp(simulator, [single("alpha", UP, CONFIGURED)]);
  await page.goto(pages.vpnConnection(REGION, "vco-alpha"));
  await expect(drawingOf(page)).toBeVisible();
  await page.getByRole("link", { name: "Configuration of the other end" }).click();
  await expect(page).toHaveURL(addressOf("alpha"));
  await expect(page).toHaveTitle("Peer configuration · alpha · China (Hangzhou) · Tunnelboard");
  await expect(page.getByText("Run in our tests", { exact: true })).toBeVisible();
  await expect(textIn(page)).toContainText("proposals = aes256-sha256-modp2048");
  await expect(page.getByRole("listitem").filter({ hasText: "live secret" })).toBeVisible();
  const row = page.getByRole("table", { name: "To be filled in" }).getByRole("row").last();
  await expect(row.getByRole("rowheader")).toHaveText("REPLACE-PSK-1");
  await expect(row.getByRole("cell")).toContainText("pre-shared key of tunnel 1");

  await page.getByRole("button", { name: "Copy vco-alpha.conf" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("vco-alpha.conf");
  const saved = await (await fetch(download.url())).text();
  expect(saved).toBe(copied);
  expect(saved).toContain('secret = "REPLACE-PSK-1"');
  // By hand, too.
  const selected = await textIn(page).evaluate((text) => {
    getSelection()?.selectAllChildren(text);
    return getSelection()?.toString().trim();
  });
  expect(selected).toBe(saved.trim());
});

test("a vendor is chosen by a link and remembered; a link that was sent changes nothing", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP, CONFIGURED)]);
  await page.goto(addressOf("alpha", "fortigate"));
  await expect(current(page)).toHaveText("FortiGate");
  await page.goto(addressOf("alpha"));
  await expect(current(page)).toHaveText("strongSwan");
  await page.getByRole("link", { name: "FortiGate" }).click();
  await expect(page).toHaveURL(addressOf("alpha", "fortigate"));
  await expect(current(page)).toHaveText("FortiGate");
  await page.goto(addressOf("alpha"));
  await expect(current(page)).toHaveText("FortiGate");
});

test("axe finds nothing in a text, and nothing where there is none, light and dark", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("alpha", UP, CONFIGURED), single("bare", UP)]);
  for (const name of ["alpha", "bare"]) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(addressOf(name, "strongswan"));
    await expectAllInSight(page, name);
    expect(await violationsInBoth(page), name).toEqual([]);
  }
});

test.describe("without JavaScript, in Chinese", () => {
  test.use({ javaScriptEnabled: false, locale: "zh-CN" });

  test("a pair's text, its notes and the choice of the vendor are there", async ({
    page,
    simulator,
  }) => {
    const tunnels = pair("beta", [UP, PHASE_1_FAILED], APART);
    const { TunnelOptions } = tunnels.TunnelOptionsSpecification;
    const TunnelOptionsSpecification = {
      TunnelOptions: TunnelOptions.map((one) => {
        return { ...one, TunnelIkeConfig: IKE, TunnelIpsecConfig: IPSEC };
      }),
    };
    setUp(simulator, [{ ...tunnels, TunnelOptionsSpecification }]);
    await page.goto(addressOf("beta", "strongswan"));
    await expect(page.getByText("已在我们的测试中运行")).toBeVisible();
    await expect(page.getByText(/先配置隧道 2 并确认其建立/)).toBeVisible();
    await expect(textIn(page)).toContainText("# Name: beta");
    await expect(textIn(page)).toContainText("remote_addrs = 203.0.113.2");
    const link = page.getByRole("link", { name: "下载" }).nth(2);
    const routes = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(routes.headers()["content-disposition"]).toContain("vco-beta-routes.sh");
    await page.getByRole("link", { name: "FortiGate" }).click();
    await expect(page).toHaveURL(addressOf("beta", "fortigate"));
    await expect(current(page)).toHaveText("FortiGate");
  });
});

test("data: hostile values stay in their place, what cannot be is said, nonsense is refused", async ({
  app,
  simulator,
}) => {
  const weak = { ...CONFIGURED, IkeConfig: { ...IKE, IkeEncAlg: "sm4" } };
  const ids = { ...CONFIGURED, Name: HOSTILE, IkeConfig: { ...IKE, LocalId: HOSTILE } };
  setUp(simulator, [
    single("alpha", UP, CONFIGURED),
    single("sm", UP, weak),
    single("odd", UP, { ...ids, LocalSubnet: `10.1.0.0/16,${HOSTILE}` }),
  ]);
  const ask = (name: string, more = "") =>
    fetch(`${app.url}${api.peerConfig(REGION, `vco-${name}`, "strongswan")}${more}`);

  const odd: PeerConfigAnswer = await (await ask("odd")).json();
  const [file] = odd.files;
  expect(file?.name).toBe("vco-odd.conf");
  expect(file?.text.match(/[{}]/g)).toHaveLength(16);
  expect(file?.text).toContain("# Name: a__ _ secrets _ x_");
  expect(odd.placeholders.map(({ name }) => name)).toEqual([
    "REPLACE-ALIBABA-ID-1",
    "REPLACE-ALIBABA-CIDR",
    "REPLACE-PSK-1",
  ]);

  const sm: PeerConfigAnswer = await (await ask("sm")).json();
  expect(sm).toEqual({
    vendor: "strongswan",
    files: [],
    placeholders: [],
    notes: [
      expect.stringMatching(/^IKE encryption “sm4”, which tunnel 1 is set to, is not known here/),
      expect.stringMatching(/^Choose values that both ends have/),
    ],
  });
  const noFile = await ask("sm", "&format=text");
  expect(noFile.status).toBe(404);
  expect(await noFile.json()).toMatchObject({ code: "not_supported", detail: sm.notes.join(" ") });

  const saved = await ask("alpha", "&format=text");
  expect(saved.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(saved.headers.get("content-disposition")).toBe('attachment; filename="vco-alpha.conf"');
  for (const [more, parameter] of [
    ["&vendor=h3c", "vendor"],
    ["&format=csv", "format"],
    ["&format=text&file=2", "file"],
    ["&file=1", "file"],
    ["&x=1", "x"],
  ]) {
    const reply = await ask("alpha", more);
    expect([reply.status, await reply.json()], more).toMatchObject([400, { parameter }]);
  }
  const noText = await ask("alpha", "&format=pdf");
  expect(await noText.json()).toMatchObject({
    detail: expect.stringMatching(/Allowed: text\.$/),
  });
  const address = api.peerConfig(REGION, "vco-alpha", "strongswan");
  const nonsense = await fetch(`${app.url}${address.replace("strongswan", "netgear")}`);
  expect([nonsense.status, await nonsense.json()]).toMatchObject([400, { parameter: "vendor" }]);
});

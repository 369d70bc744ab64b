import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { fieldOf, rowNames, SMALL_LIST, unfoldFields } from "@/e2e/small-list";
import { APART, GATEWAY, pair, setUp, UP, VPN_GATEWAY, WORKS } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

test.use({ javaScriptEnabled: false });

test("rows, paging and panels work through the address", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByRole("link", { name: /^Details of/ })).toHaveCount(10);
  await page.getByRole("link", { name: "Details of hz-prod-to-frankfurt-dc1" }).click();
  await expect(page).toHaveURL(/\?open=vco-/);
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toContainText("configured");
  await page.getByRole("link", { name: "Details of sap-hana-dr-link" }).click();
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toHaveCount(2);
  await page.getByRole("link", { name: "Details of hz-prod-to-frankfurt-dc1" }).click();
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toHaveCount(1);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.getByText(/^11–20 of/)).toBeVisible();
  await page.getByRole("link", { name: "50 per page" }).click();
  await expect(page).toHaveURL(pages.vpnConnections(REGION, { pageSize: 50 }));
});

test("regions, folds and explanations open without a script", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  await page.getByRole("button", { name: /^Region/ }).click();
  await page.getByRole("link", { name: /China \(Beijing\)/ }).click();
  await expect(page).toHaveURL(pages.vpnConnections("cn-beijing"));
  await expect(page).toHaveTitle("IPsec connections · China (Beijing) · Tunnelboard");
  await page
    .getByRole("link", { name: /^Details of/ })
    .first()
    .click();
  await page.getByText("Pre-shared key", { exact: true }).click();
  await expect(page.getByText(/It stays on the server/)).toBeVisible();
});

test("failed, empty, past the end and unknown are ordinary views", async ({ page, simulator }) => {
  const end = simulator.faults.add({
    action: "DescribeVpnConnections",
    kind: "error",
    code: "Forbidden.RAM",
  });
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByText(/lacks the action/)).toBeVisible();
  end();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible();
  simulator.setConnections("cn-shanghai", []);
  await page.goto(pages.vpnConnections("cn-shanghai"));
  await expect(page.getByText("No IPsec connections in this region")).toBeVisible();
  await page.goto(pages.vpnConnections(REGION, { pageNumber: 99 }));
  await expect(page.getByText("Page 99 does not exist")).toBeVisible();
  await page.goto(pages.vpnConnections("no-such-region"));
  await expect(page.getByText(/There is no region with this regionId/)).toBeVisible();
  await page.goto("/nowhere");
  await expect(page.getByText("Page not found")).toBeVisible();
});

test("a slow API: still reading, and a link that looks again", async ({ page, simulator }) => {
  const end = simulator.faults.add({ action: "DescribeVpnConnections", kind: "hang" });
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByText("Still loading")).toBeVisible();
  end();
  await expect(async () => {
    await page.reload();
    await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("search, filters and states work by form and link, and stay together", async ({
  page,
  simulator,
}) => {
  simulator.setConnections(REGION, SMALL_LIST);
  await page.goto(pages.vpnConnections(REGION));
  await page.getByRole("main").getByRole("searchbox").fill("a");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pages.vpnConnections(REGION, { q: "a" }));
  await expect(rowNames(page)).toHaveText(["alpha", "charlie", "delta", "bravo"]);
  const states = page.getByRole("navigation", { name: "By status" });
  await states.getByRole("link", { name: /^Up/ }).click();
  await expect(page).toHaveURL(pages.vpnConnections(REGION, { q: "a", status: ["up"] }));
  await expect(rowNames(page)).toHaveText(["alpha", "charlie"]);
  await unfoldFields(page);
  await fieldOf(page, "Tunnel mode").selectOption({ label: "Dual tunnel" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(
    pages.vpnConnections(REGION, { q: "a", status: ["up"], tunnelMode: "dual" }),
  );
  await expect(rowNames(page)).toHaveText(["alpha"]);
  await page.getByRole("link", { name: "Remove the filter status Up" }).click();
  await expect(rowNames(page)).toHaveText(["alpha", "delta"]);
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue("a");
  await page.getByRole("main").getByRole("searchbox").fill("nothing is called this");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(
    page.getByRole("heading", { name: "No connections match the filters" }),
  ).toBeVisible();
});

test("language, theme and shortcuts are chosen by buttons", async ({ page }) => {
  const address = pages.vpnConnections(REGION, { pageSize: 20, status: ["up"] });
  await page.goto(address);
  const choose = async (menu: string, choice: string) => {
    await page.getByRole("button", { name: menu }).click();
    await page.getByRole("button", { name: choice, exact: true }).click();
    await expect(page).toHaveURL(address);
  };
  const html = page.locator("html");
  await choose("Language and display", "Dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await choose("Language and display", "简体中文");
  await expect(html).toHaveAttribute("lang", "zh-CN");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "键盘快捷键" })).toBeVisible();
  await choose("语言与显示", "关闭");
  await expect(page.getByRole("button", { name: "键盘快捷键" })).toHaveCount(0);
});

test("the list of shortcuts opens and closes by its button", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toHaveCount(0);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(help).toContainText("Next row");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("the pages of gateways and of a connection are there to read", async ({ page, simulator }) => {
  setUp(simulator, [pair("alpha", [UP, UP], APART)]);
  for (const address of [
    pages.list(VPN_GATEWAY),
    pages.customerGateway(REGION, WORKS.CustomerGatewayId),
  ]) {
    await page.goto(address);
    await expect(page.getByText("The only connection is up")).toBeVisible();
    await expect(page.getByRole("figure", { name: "How it is connected" })).toContainText("alpha");
    await rowOf(page, "alpha").getByRole("link", { name: "Details of alpha" }).click();
    await expect(page.getByRole("table", { name: "IKE, phase 1" })).toBeVisible();
    await page.getByRole("link", { name: "Open connection" }).click();
    await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-alpha"));
    await expect(page.getByRole("heading", { level: 1, name: "alpha" })).toBeVisible();
    await expect(page.getByRole("table", { name: "IPsec, phase 2" })).toBeVisible();
  }
  await page.goto(pages.list(VPN_GATEWAY));
  await expect(page.getByRole("heading", { level: 1, name: GATEWAY.Name })).toBeVisible();
  // The chooser of columns has the same word, folded away.
  const bandwidth = page.getByText("Bandwidth", { exact: true }).filter({ visible: true });
  await expect(bandwidth.first()).toBeVisible();
  await expect(page.getByText(GATEWAY.Spec).first()).toBeVisible();
  await page.goto(pages.go("vco-alpha"));
  await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-alpha"));
  await page.goto(pages.vpnGateway(REGION, "vpn-nothing"));
  await page.getByRole("link", { name: "Search all regions" }).click();
  await expect(page.getByRole("heading", { name: "Id not found" })).toBeVisible();
});

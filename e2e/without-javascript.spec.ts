import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

test.use({ javaScriptEnabled: false });

test("rows, paging and panels work through the address", async ({ page }) => {
  await page.goto("/");
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
  await expect(page.getByText("There is no page 99")).toBeVisible();
  await page.goto(pages.vpnConnections("no-such-region"));
  await expect(page.getByText(/There is no region with this regionId/)).toBeVisible();
  await page.goto("/nowhere");
  await expect(page.getByText("There is no such page")).toBeVisible();
});

test("a slow API: still reading, and a link that looks again", async ({ page, simulator }) => {
  const end = simulator.faults.add({ action: "DescribeVpnConnections", kind: "hang" });
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByText("Still reading")).toBeVisible();
  end();
  await expect(async () => {
    await page.reload();
    await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { fieldOf, unfoldFields } from "@/e2e/small-list";
import { pages } from "@/lib/vpn/hrefs";

const list = (parameters = {}) => pages.vpnConnections(REGION, parameters);

const idOf = (href: string | null) => href?.split("/").pop() ?? "";

test("the picker leads from the overview to a region, and from there to all", async ({ page }) => {
  await page.goto(pages.home);
  await page.getByRole("button", { name: "Region: All regions" }).click();
  const picker = page.getByRole("navigation", { name: "Region", exact: true });
  await picker.getByRole("link", { name: /China \(Beijing\)/ }).click();
  await expect(page).toHaveURL(pages.vpnConnections("cn-beijing"));
  await expect(page.getByRole("button", { name: /Region: China \(Beijing\)/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /China \(Shenzhen\)/ })).toBeHidden();
  await page.getByRole("button", { name: /Region: China \(Beijing\)/ }).click();
  await picker.getByRole("link", { name: "All regions" }).click();
  await expect(page).toHaveURL(pages.vpnConnections(null));
  await expect(page.getByRole("button", { name: "Region: All regions" })).toBeVisible();
  await expect(picker).toBeHidden();
});

test("a cell's copy button is there under the pointer only, in its cell, and copies the whole", async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(list());
  const row = rowOf(page, "hz-prod-to-frankfurt-dc1");
  const cell = row.getByRole("cell", { name: /vco-bp1/ });
  const buttons = row.locator("button");
  await expect.poll(() => buttons.count()).toBeGreaterThan(3);
  await page.mouse.move(0, 0);
  for (const button of await buttons.all()) await expect(button).toBeHidden();
  await cell.hover();
  const button = cell.getByRole("button", { name: /^Copy vco-bp1/ });
  await expect(button).toBeVisible();
  const [around, inside] = await Promise.all([cell.boundingBox(), button.boundingBox()]);
  const right = (box: typeof around) => (box === null ? Number.NaN : box.x + box.width);
  expect(right(inside)).toBeLessThanOrEqual(right(around) + 1);
  await button.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await cell.locator("[title^=vco-]").getAttribute("title"));
  await expect(buttons.filter({ visible: true })).toHaveCount(1);
});

test("a row tells name, id, status, gateways, subnets, IKE version and since when", async ({
  page,
}) => {
  await page.goto(list());
  const row = rowOf(page, "hz-prod-to-frankfurt-dc1");
  await expect(row.getByRole("cell", { name: /vco-bp1/ })).toBeVisible();
  await expect(row.getByText("Up", { exact: true })).toBeVisible();
  await expect(row.getByRole("link", { name: "vgw-hz-core" })).toHaveAttribute("title", /vpn-bp1/);
  await expect(row.locator("a[href*=customer-gateways]")).toHaveAttribute("title", /cgw-bp1/);
  for (const tunnel of ["Tunnel 1 (active)", "Tunnel 2 (standby)"]) {
    await expect(row.getByRole("img", { name: `${tunnel}: established` })).toBeVisible();
  }
  await expect(row.getByText(/^10\.\d+\.\d+\.0\/\d+$/).first()).toBeVisible();
  await expect(row.getByText("ikev2")).toBeVisible();
  // The region has just been read for the first time.
  await expect(row.getByTitle("at least since")).toBeVisible();
  await expect(row.getByText(/(now|ago)$/)).toBeVisible();
});

test("each status has its word, and a degraded pair says what is missing", async ({ page }) => {
  await page.goto(list({ pageSize: 50 }));
  await expect(rowOf(page, "sap-hana-dr-link")).toContainText("Degraded");
  await expect(rowOf(page, "sap-hana-dr-link")).toContainText(
    "one of two tunnels down: no redundancy",
  );
  await expect(rowOf(page, "宁波工厂-旧防火墙")).toContainText("Down");
  await expect(rowOf(page, "宁波工厂-旧防火墙")).toContainText("phase 1 failed");
  await expect(rowOf(page, "tr-migration-pending")).toContainText("Unknown");
  await expect(rowOf(page, "tr-migration-pending")).toContainText("not negotiated yet");
  await expect(page.getByText("status “ipsec_sa_rekeying”")).toBeVisible();
});

test("many subnets fold to the first one with a count", async ({ page }) => {
  await page.goto(list({ pageSize: 50 }));
  const fold = page.getByText("+9", { exact: true }).first();
  await expect(fold).toHaveAccessibleName("and 9 more");
  await fold.click();
  const all = page.getByRole("group").filter({ has: fold }).getByRole("paragraph");
  expect((await all.innerText()).split("\n")).toHaveLength(9);
});

test("pages are links, in both directions, and the size can be chosen", async ({
  page,
  request,
}) => {
  const { totalCount } = await (await request.get(`/api${list()}`)).json();
  await page.goto(list());
  await expect(page.getByText(`1–10 of ${totalCount}`)).toBeVisible();
  const paging = page.getByRole("navigation", { name: "Pages" });
  await paging.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(list({ pageNumber: 2 }));
  await expect(page.getByText(`11–20 of ${totalCount}`)).toBeVisible();
  await expect(paging.getByRole("link", { name: "Page 2" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await paging.getByRole("link", { name: "Last page" }).click();
  await expect(page).toHaveURL(list({ pageNumber: Math.ceil(totalCount / 10) }));
  await page.goBack();
  await expect(page.getByText(`11–20 of ${totalCount}`)).toBeVisible();
  await page.getByRole("link", { name: "20 per page" }).click();
  await expect(page).toHaveURL(list({ pageSize: 20 }));
  await expect(page.getByRole("link", { name: /^Details of/ })).toHaveCount(20);
});

test("every connection is on exactly one page", async ({ request, simulator }) => {
  for (const regionId of simulator.regionIds) {
    const path = (pageNumber: number) =>
      `/api${pages.vpnConnections(regionId, { pageNumber, pageSize: 7 })}`;
    const { totalCount } = await (await request.get(path(1))).json();
    const ids = [];
    for (let page = 1; page <= Math.ceil(totalCount / 7); page++) {
      const { vpnConnections } = await (await request.get(path(page))).json();
      ids.push(...vpnConnections.map((one: { vpnConnectionId: string }) => one.vpnConnectionId));
    }
    expect(new Set(ids).size).toBe(totalCount);
  }
});

test("a page past the end says so and leads back", async ({ page }) => {
  await page.goto(list({ pageNumber: 99 }));
  await expect(page.getByRole("heading", { name: "Page 99 does not exist" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the last page" }).click();
  await expect(page.getByRole("link", { name: /^Details of/ }).first()).toBeVisible();
});

test("a gateway's id leads to its page, and in the form it narrows the list", async ({ page }) => {
  await page.goto(list());
  const gateways = page.getByRole("cell").locator("a[href*=vpn-gateways]");
  const vpnGatewayId = idOf(await gateways.first().getAttribute("href"));
  await gateways.first().click();
  await expect(page).toHaveURL(pages.vpnGateway(REGION, vpnGatewayId));
  await page.goBack();
  await expect(page).toHaveURL(list());
  await unfoldFields(page);
  await fieldOf(page, "VPN gateway").fill(vpnGatewayId);
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(list({ vpnGatewayId }));
  const chip = page.getByRole("link", { name: `Remove the filter VPN gateway ${vpnGatewayId}` });
  await expect(chip).toBeVisible();
  const shown = await gateways.evaluateAll((links) => links.map((one) => one.getAttribute("href")));
  expect([...new Set(shown.map(idOf))]).toEqual([vpnGatewayId]);
  await chip.click();
  await expect(page).toHaveURL(list());
});

test("filters in the address show as chips that can be taken away", async ({ page }) => {
  await page.goto(list({ status: ["down"], q: "宁波" }));
  await expect(page.getByRole("link", { name: /^Details of/ })).toHaveCount(1);
  await expect(page.getByText("search “宁波”")).toBeVisible();
  await page.getByRole("link", { name: "Remove the filter search “宁波”" }).click();
  await expect(page).toHaveURL(list({ status: ["down"] }));
  await expect(page.getByText("status Down")).toBeVisible();
});

test("nothing here and nothing that matches are two views", async ({ page, simulator }) => {
  simulator.setConnections("cn-shanghai", []);
  await page.goto(pages.vpnConnections("cn-shanghai"));
  await expect(
    page.getByRole("heading", { name: "No IPsec connections in this region" }),
  ).toBeVisible();
  const others = page.getByRole("navigation", { name: "Choose another region" });
  await others.getByRole("link", { name: /China \(Beijing\)/ }).click();
  await expect(page).toHaveURL(pages.vpnConnections("cn-beijing"));
  await page.goto(list({ vpnGatewayId: "vpn-nothing" }));
  await expect(
    page.getByRole("heading", { name: "No connections match the filters" }),
  ).toBeVisible();
  await expect(page.getByText("No IPsec connections")).toHaveCount(0);
});

test("nonsense in a page's address falls back to the default", async ({ page }) => {
  await page.goto(`${list()}?pageNumber=-3&pageSize=abc&open=%00&tag=x&color=red`);
  await expect(page.getByText(/^1–10 of/)).toBeVisible();
});

test.describe("an unknown address", () => {
  // Files that are not there are answered with 404.
  test.use({ allowFailedReplies: true });

  for (const address of ["/no/such/page", "/_next/nosuch"]) {
    test(`${address} says so, and leads to the overview`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await page.getByRole("link", { name: "Go to the overview" }).click();
      await expect(page).toHaveURL(pages.home);
    });
  }
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { expectSameQuestion, fieldOf, rowNames, SMALL_LIST, unfoldFields } from "@/e2e/small-list";
import { pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";

const list = (parameters: Partial<ListParameters> = {}) => pages.vpnConnections(REGION, parameters);

const table = (page: Page) => page.getByRole("table", { name: /^IPsec connections in/ });
const header = (page: Page, name: string) =>
  table(page).getByRole("columnheader", { name, exact: true });

const AS_LISTED = ["charlie", "alpha", "delta", "bravo", "echo"];

/** Upwards and downwards; what has no value comes last either way, and ties go by id. */
const ORDERS: [string, ListParameters["sort"], string[], ListParameters["sort"], string[]][] = [
  [
    "Name",
    "name",
    ["alpha", "bravo", "charlie", "delta", "echo"],
    "-name",
    ["echo", "delta", "charlie", "bravo", "alpha"],
  ],
  [
    "Status",
    "verdict",
    ["bravo", "delta", "echo", "alpha", "charlie"],
    "-verdict",
    ["alpha", "charlie", "echo", "delta", "bravo"],
  ],
  [
    "VPN gateway",
    "vpnGatewayId",
    ["alpha", "bravo", "charlie", "delta", "echo"],
    "-vpnGatewayId",
    ["charlie", "delta", "alpha", "bravo", "echo"],
  ],
  [
    "IKE",
    "ikeVersion",
    ["bravo", "delta", "alpha", "charlie", "echo"],
    "-ikeVersion",
    ["echo", "alpha", "charlie", "bravo", "delta"],
  ],
];

/** With ids of their own: since when others are up that tests before have had decides who comes first. */
const CONNECTIONS = SMALL_LIST.map((one) => ({
  ...one,
  VpnConnectionId: `vco-order-${one.Name}`,
}));

test.beforeEach(({ simulator }) => simulator.setConnections(REGION, CONNECTIONS));

for (const [name, up, upwards, down, downwards] of ORDERS) {
  test(`the head ${name} sorts up, down and not at all`, async ({ page }) => {
    await page.goto(list({ pageSize: 20 }));
    await expect(rowNames(page)).toHaveText(AS_LISTED);
    await expect(table(page).locator("[aria-sort]")).toHaveCount(0);
    const press = () => header(page, name).getByRole("link").click();
    await press();
    await expect(page).toHaveURL(list({ pageSize: 20, sort: up }));
    await expect(header(page, name)).toHaveAttribute("aria-sort", "ascending");
    await expect(rowNames(page)).toHaveText(upwards);
    await press();
    await expect(page).toHaveURL(list({ pageSize: 20, sort: down }));
    await expect(header(page, name)).toHaveAttribute("aria-sort", "descending");
    await expect(rowNames(page)).toHaveText(downwards);
    await expect(table(page).locator("[aria-sort]")).toHaveCount(1);
    await press();
    await expect(page).toHaveURL(list({ pageSize: 20 }));
    await expect(rowNames(page)).toHaveText(AS_LISTED);
    await expect(table(page).locator("[aria-sort]")).toHaveCount(0);
  });
}

test("an order keeps the filters and starts at the first page", async ({ page }) => {
  await page.goto(list({ status: ["up"], pageSize: 1, pageNumber: 2 }));
  await header(page, "Name").getByRole("link").click();
  await expect(page).toHaveURL(list({ status: ["up"], pageSize: 1, sort: "name" }));
  await expect(rowNames(page)).toHaveText(["alpha"]);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(list({ status: ["up"], pageSize: 1, sort: "name", pageNumber: 2 }));
  await expect(rowNames(page)).toHaveText(["charlie"]);
});

test("the form and the heads order by the same", async ({ page }) => {
  await page.goto(list());
  await unfoldFields(page);
  await fieldOf(page, "Order").selectOption({ label: "Status, ascending" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expectSameQuestion(page, list({ sort: "verdict" }));
  await expect(header(page, "Status")).toHaveAttribute("aria-sort", "ascending");
  await header(page, "Name").getByRole("link").click();
  await expect(page).toHaveURL(list({ sort: "name" }));
  await unfoldFields(page);
  await expect(fieldOf(page, "Order")).toHaveValue("name");
  await fieldOf(page, "Order").selectOption({ label: "API order" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(list());
  await expect(rowNames(page)).toHaveText(AS_LISTED);
});

test("where the heads are hidden the form still orders", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(list());
  await expect(header(page, "Name").getByRole("link")).toHaveCount(0);
  await unfoldFields(page);
  await fieldOf(page, "Order").selectOption({ label: "Name, descending" });
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(rowNames(page)).toHaveText(["echo", "delta", "charlie", "bravo", "alpha"]);
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import {
  expectSameQuestion,
  fieldOf,
  rowNames,
  SMALL_LIST,
  unfoldFields,
  untilHydrated,
} from "@/e2e/small-list";
import { pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";

const list = (parameters: Partial<ListParameters> = {}) => pages.vpnConnections(REGION, parameters);

test.beforeEach(({ simulator }) => simulator.setConnections(REGION, SMALL_LIST));

const text = (name: string, value: string) => (page: Page) => fieldOf(page, name).fill(value);
const choice = (name: string, label: string) => (page: Page) =>
  fieldOf(page, name).selectOption({ label });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search name, id, subnet" });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** What to do with the form, the address that it leads to, and the rows that it finds. */
const FIELDS: {
  name: string;
  fill: (page: Page) => Promise<unknown>;
  asks: Partial<ListParameters>;
  finds: string[];
}[] = [
  {
    name: "search",
    fill: (page) => search(page).fill("LPH"),
    asks: { q: "LPH" },
    finds: ["alpha"],
  },
  {
    name: "VPN gateway",
    fill: text("VPN gateway", "vpn-1"),
    asks: { vpnGatewayId: "vpn-1" },
    finds: ["alpha", "bravo"],
  },
  {
    name: "customer gateway",
    fill: text("Customer gateway", "cgw-1"),
    asks: { customerGatewayId: "cgw-1" },
    finds: ["charlie", "alpha"],
  },
  {
    name: "resource group",
    fill: text("Resource group", "rg-1"),
    asks: { resourceGroupId: "rg-1" },
    finds: ["alpha", "bravo"],
  },
  {
    name: "tag",
    fill: text("Add a tag", "team:net"),
    asks: { tag: ["team:net"] },
    finds: ["charlie", "alpha"],
  },
  {
    name: "tunnel mode",
    fill: choice("Tunnel mode", "Dual tunnel"),
    asks: { tunnelMode: "dual" },
    finds: ["alpha", "delta"],
  },
  {
    name: "IKE version",
    fill: choice("IKE version", "ikev2"),
    asks: { ikeVersion: "ikev2" },
    finds: ["charlie", "alpha"],
  },
  {
    name: "order",
    fill: choice("Order", "Created, descending"),
    asks: { sort: "-createTime" },
    finds: ["delta", "charlie", "bravo", "alpha", "echo"],
  },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    /** With its fields in sight, and with its scripts where there are some. */
    async function open(page: Page, address: string) {
      await page.goto(address);
      if (javaScriptEnabled) await untilHydrated(page);
      await unfoldFields(page);
    }

    for (const { name, fill, asks, finds } of FIELDS) {
      test(`the form asks for ${name} alone`, async ({ page }) => {
        const documents: string[] = [];
        page.on("request", (sent) => {
          if (sent.resourceType() === "document") documents.push(sent.url());
        });
        await open(page, list());
        await fill(page);
        await press(page, "Apply");
        await expectSameQuestion(page, list(asks));
        await expect(rowNames(page)).toHaveText(finds);
        // In place by script; without one by the form and a redirect to what was asked for.
        expect(documents).toHaveLength(javaScriptEnabled ? 1 : 3);
      });
    }

    test("the form asks for everything together, and keeps what it does not ask for", async ({
      page,
    }) => {
      const kept = { status: ["up" as const], pageSize: 20, vpnConnectionId: "vco-alpha" };
      await open(page, list({ ...kept, pageNumber: 3, tag: ["env:prod"] }));
      const asked: Partial<ListParameters> = { ...kept };
      for (const { fill, asks } of FIELDS) {
        await fill(page);
        Object.assign(asked, asks);
      }
      await press(page, "Apply");
      await expectSameQuestion(page, list({ ...asked, tag: ["env:prod", "team:net"] }));
      await expect(rowNames(page)).toHaveText(["alpha"]);
    });

    test("a form that asks for nothing leads to the plain address", async ({ page }) => {
      await open(page, list({ q: "alpha", vpnGatewayId: "vpn-1", sort: "name" }));
      await search(page).clear();
      await fieldOf(page, "VPN gateway").clear();
      await fieldOf(page, "Order").selectOption("");
      await press(page, "Search");
      await expect(page).toHaveURL(list());
      await expect(rowNames(page)).toHaveCount(SMALL_LIST.length);
    });

    test("after Back and Forward the fields show what the address asks for", async ({ page }) => {
      await open(page, list({ q: "a", sort: "name" }));
      await search(page).fill("alpha");
      await fieldOf(page, "Tunnel mode").selectOption("dual");
      await fieldOf(page, "Resource group").fill("rg-1");
      await press(page, "Apply");
      await expect(rowNames(page)).toHaveText(["alpha"]);
      await page.goBack();
      await expect(rowNames(page)).toHaveText(["alpha", "bravo", "charlie", "delta"]);
      await unfoldFields(page);
      await expect(search(page)).toHaveValue("a");
      await expect(fieldOf(page, "Tunnel mode")).toHaveValue("");
      await expect(fieldOf(page, "Resource group")).toHaveValue("");
      await page.goForward();
      await expect(rowNames(page)).toHaveText(["alpha"]);
      await unfoldFields(page);
      await expect(search(page)).toHaveValue("alpha");
      await expect(fieldOf(page, "Tunnel mode")).toHaveValue("dual");
      await expect(fieldOf(page, "Resource group")).toHaveValue("rg-1");
    });

    test("spaces around what is typed ask for nothing", async ({ page }) => {
      await open(page, list());
      await search(page).fill("  alpha ");
      await press(page, "Search");
      await expect(page).toHaveURL(list({ q: "alpha" }));
      await search(page).fill("   ");
      await press(page, "Search");
      await expect(page).toHaveURL(list());
    });
  });
}

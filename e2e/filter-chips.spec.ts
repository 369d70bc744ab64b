import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { fieldOf, rowNames, SMALL_LIST, unfoldFields, untilHydrated } from "@/e2e/small-list";
import { pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";

const list = (parameters: Partial<ListParameters> = {}) => pages.vpnConnections(REGION, parameters);

test.beforeEach(({ simulator }) => simulator.setConnections(REGION, SMALL_LIST));

const chip = (page: Page, filter: string) =>
  page.getByRole("link", { name: `Remove the filter ${filter}`, exact: true });
const chips = (page: Page) => page.getByRole("link", { name: /^Remove the filter/ });

/** Every filter at once, in the order that the chips stand in. */
const ALL = {
  q: "alpha",
  tunnelMode: "dual",
  ikeVersion: "ikev2",
  vpnGatewayId: "vpn-1",
  customerGatewayId: "cgw-1",
  vpnConnectionId: "vco-alpha",
  resourceGroupId: "rg-1",
  tag: ["env:prod", "team:net"],
  status: ["up", "ipsec_sa_established"],
} satisfies Partial<ListParameters>;

const CHIPS: [string, Partial<ListParameters>][] = [
  ["search “alpha”", { q: null }],
  ["tunnel mode dual", { tunnelMode: null }],
  ["version ikev2", { ikeVersion: null }],
  ["VPN gateway vpn-1", { vpnGatewayId: null }],
  ["customer gateway cgw-1", { customerGatewayId: null }],
  ["connection vco-alpha", { vpnConnectionId: null }],
  ["resource group rg-1", { resourceGroupId: null }],
  ["tag env:prod", { tag: ["team:net"] }],
  ["tag team:net", { tag: [] }],
  ["status Up", { status: ["ipsec_sa_established"] }],
  ["status ipsec_sa_established", { status: [] }],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("each filter has a chip that takes it away, and nothing but it", async ({ page }) => {
      const kept = { sort: "name", pageSize: 20 } as const;
      await page.goto(list({ ...ALL, ...kept, pageNumber: 2 }));
      await expect(chips(page)).toHaveCount(CHIPS.length);
      for (const [filter, without] of CHIPS) {
        await expect(chip(page, filter)).toHaveAttribute(
          "href",
          list({ ...ALL, ...kept, ...without, ...tagsAndStatusesBut(filter) }),
        );
      }
      const left: Partial<ListParameters> = { ...ALL, ...kept };
      for (const [filter, without] of CHIPS) {
        Object.assign(left, without);
        await chip(page, filter).click();
        await expect(page).toHaveURL(list(left));
        await expect(chip(page, filter)).toHaveCount(0);
      }
      await expect(chips(page)).toHaveCount(0);
      await expect(rowNames(page)).toHaveText(["alpha", "bravo", "charlie", "delta", "echo"]);
    });

    test("a chip that goes empties its field", async ({ page }) => {
      await page.goto(list(ALL));
      const shown = async (name: string, value: string) => {
        await unfoldFields(page);
        await expect(fieldOf(page, name), name).toHaveValue(value);
      };
      const search = page.getByRole("main").getByRole("searchbox");
      await expect(search).toHaveValue("alpha");
      await chip(page, "search “alpha”").click();
      await expect(search).toHaveValue("");
      for (const [field, value, filter] of [
        ["Tunnel mode", "dual", "tunnel mode dual"],
        ["IKE version", "ikev2", "version ikev2"],
        ["VPN gateway", "vpn-1", "VPN gateway vpn-1"],
        ["Customer gateway", "cgw-1", "customer gateway cgw-1"],
      ] as const) {
        await shown(field, value);
        await chip(page, filter).click();
        await shown(field, "");
      }
      await shown("Resource group", "rg-1");
    });

    test("tags add up, one at a time", async ({ page }) => {
      await page.goto(list());
      for (const tag of ["team:net", "env:prod"]) {
        await unfoldFields(page);
        await fieldOf(page, "Add a tag").fill(tag);
        await page.getByRole("button", { name: "Apply" }).click();
        await expect(chip(page, `tag ${tag}`)).toBeVisible();
        await unfoldFields(page);
        await expect(fieldOf(page, "Add a tag")).toHaveValue("");
      }
      await expect(rowNames(page)).toHaveText(["alpha"]);
      await expect(chips(page)).toHaveCount(2);
      await chip(page, "tag team:net").click();
      await expect(page).toHaveURL(list({ tag: ["env:prod"] }));
      await expect(rowNames(page)).toHaveText(["alpha", "bravo"]);
    });
  });
}

/** Where several of a kind are chosen, a chip takes one of them. */
function tagsAndStatusesBut(filter: string): Partial<ListParameters> {
  return {
    tag: ALL.tag.filter((tag) => filter !== `tag ${tag}`),
    status: ALL.status.filter((status) => filter !== `status ${status === "up" ? "Up" : status}`),
  };
}

/** One view has one address, in the spelling of the links. */
test("the form spells its address as the links do", async ({ page }) => {
  await page.goto(list({ status: ["up"] }));
  await untilHydrated(page);
  await unfoldFields(page);
  await fieldOf(page, "Add a tag").fill("env:prod");
  await fieldOf(page, "Tunnel mode").selectOption("dual");
  await page.getByRole("main").getByRole("searchbox").fill("10.3.0.0/16, ä");
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(4);
  await expect(page).toHaveURL(
    list({ status: ["up"], tag: ["env:prod"], tunnelMode: "dual", q: "10.3.0.0/16, ä" }),
  );
});

test("a tag that is asked for already is not asked for twice", async ({ page }) => {
  await page.goto(list({ tag: ["env:prod"] }));
  await untilHydrated(page);
  await unfoldFields(page);
  await fieldOf(page, "Add a tag").fill("env:prod");
  await page.getByRole("button", { name: "Apply" }).click();
  await unfoldFields(page);
  await expect(fieldOf(page, "Add a tag")).toHaveValue("");
  await expect(page).toHaveURL(list({ tag: ["env:prod"] }));
});

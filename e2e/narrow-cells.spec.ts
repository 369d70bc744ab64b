import type { Locator } from "playwright/test";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { untilThere } from "@/e2e/until-listed";
import { single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

test.beforeEach(async ({ request, simulator }) => {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  simulator.setConnections(REGION, [single("in-hangzhou", UP)]);
  simulator.setConnections("cn-hongkong", [single("in-hong-kong", UP)]);
  await untilThere(request, {}, 2);
});

/** What of it is in sight: what is left of a cut text ends in "…". */
const isCut = (cell: Locator) => cell.evaluate((one) => one.scrollWidth > one.clientWidth);

test("rows of all regions say in which one they are, in full", async ({ page }) => {
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pages.vpnConnections(null));
    for (const [name, id, region] of [
      ["in-hangzhou", "cn-hangzhou", "China (Hangzhou)"],
      ["in-hong-kong", "cn-hongkong", "China (Hong Kong)"],
    ] as const) {
      const link = rowOf(page, name).getByRole("link", { name: `${id} ${region}` });
      await expect(link).toHaveText(id);
      await expect(link).toHaveAttribute("title", region);
      expect(await isCut(link.locator("xpath=..")), `${id} at ${width} px`).toBe(false);
    }
  }
});

test("subnets of one region keep their masks, beside the number of others too from 1440 px on", async ({
  page,
  simulator,
}) => {
  simulator.setConnections(REGION, [
    single("one", UP, { RemoteSubnet: "192.168.136.0/24" }),
    single("several", UP, { RemoteSubnet: "192.168.136.0/24,192.168.137.0/24" }),
  ]);
  for (const [width, names] of [
    [1280, ["one"]],
    [1440, ["one", "several"]],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pages.vpnConnections(REGION));
    for (const name of names) {
      const cell = rowOf(page, name).locator("td", { hasText: "192.168.136.0/24" });
      await expect(cell).toHaveCount(1);
      for (const one of [cell, ...(await cell.locator("span").all())]) {
        expect(await isCut(one), `${name} at ${width} px`).toBe(false);
      }
    }
  }
});

test("numbers above a list of gateways say that they go by connections", async ({ page }) => {
  await page.goto(pages.vpnGateways(REGION));
  const pills = page.getByRole("navigation", { name: "By status of connections" });
  await expect(pills.getByText("With connections", { exact: true })).toBeVisible();
});

import type { Locator } from "playwright/test";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { untilThere } from "@/e2e/until-listed";
import { single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const MASK = "/27";
const SUBNETS = `192.168.136.224${MASK},10.20.30.0/24,10.20.31.0/24`;

test.beforeEach(async ({ request, simulator }) => {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  simulator.setConnections(REGION, [
    single("in-hangzhou", UP, { LocalSubnet: `192.168.136.224${MASK}`, RemoteSubnet: SUBNETS }),
  ]);
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

test("of a subnet that is cut the mask stays in sight", async ({ page }) => {
  for (const width of [390, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pages.vpnConnections(null));
    const cells = rowOf(page, "in-hangzhou").locator("td", { hasText: MASK });
    await expect(cells).toHaveCount(2);
    for (const cell of await cells.all()) {
      expect(await isMaskSeen(cell), `${await cell.textContent()} at ${width} px`).toBe(true);
    }
  }
});

/** Whether the first mask of a cell is a text of its own, and nothing covers it or cuts it off. */
function isMaskSeen(cell: Locator): Promise<boolean> {
  return cell.evaluate((one, mask) => {
    one.scrollIntoView({ block: "center" });
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && texts.currentNode.textContent !== mask);
    if (texts.currentNode.textContent !== mask) return false;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { left, right, top, height } = range.getBoundingClientRect();
    const shown = document.elementFromPoint((left + right) / 2, top + height / 2);
    return right <= one.getBoundingClientRect().right && shown !== null && one.contains(shown);
  }, MASK);
}

test("numbers above a list of gateways say that they go by connections", async ({ page }) => {
  await page.goto(pages.vpnGateways(REGION));
  const pills = page.getByRole("navigation", { name: "By status of connections" });
  await expect(pills.getByText("With connections", { exact: true })).toBeVisible();
});

import { expect, test } from "@/e2e/fixtures";
import { drawingOf, laneOf } from "@/e2e/page-parts";
import { numbered, PHASE_1_FAILED, setUp, UP, VPN_GATEWAY } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";
import { UP_GROUP } from "@/lib/vpn/list-scope";

const ADDRESS = pages.list(VPN_GATEWAY);

test("of many, what needs a look is drawn, and what is up is a group that a link opens", async ({
  page,
  browser,
  app,
  simulator,
}) => {
  setUp(
    simulator,
    numbered(25, (index) => (index === 24 ? PHASE_1_FAILED : UP)),
  );
  await page.goto(ADDRESS);
  await expect(laneOf(page, "n34")).toContainText("Down");
  await expect(laneOf(page, "n33")).toHaveCount(0);
  await expect(drawingOf(page)).toContainText("24 connections are up");
  await drawingOf(page).getByRole("link", { name: "Show them", expanded: false }).click();
  await expect(laneOf(page, "n33")).toContainText("Up");
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { open: [UP_GROUP] }));

  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(pages.list(VPN_GATEWAY, { open: [UP_GROUP] }));
  await expect(laneOf(still, "n33")).toContainText("Up");
  await drawingOf(still).getByRole("link", { name: "Hide them", expanded: true }).click();
  await expect(laneOf(still, "n34")).toContainText("Down");
  await expect(laneOf(still, "n33")).toHaveCount(0);
  await context.close();
});

test("of more that are down than a drawing holds the rest is counted, with the way to it", async ({
  page,
  simulator,
}) => {
  setUp(
    simulator,
    numbered(53, () => PHASE_1_FAILED),
  );
  await page.goto(ADDRESS);
  await expect(drawingOf(page)).toContainText("3 more are not up");
  await drawingOf(page).getByRole("link", { name: "Show them in the list" }).click();
  await expect(page.getByText("51–53 of 53")).toBeVisible();
});

import type { Page } from "playwright/test";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { untilSeen } from "@/e2e/until-listed";
import { PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";

const CONNECTIONS = "DescribeVpnConnections";

test.use({ allowFailedReplies: true });

const regionRow = (page: Page, name: string) =>
  page
    .getByRole("table", { name: "Regions" })
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
const tile = (page: Page, verdict: string) =>
  page.getByRole("navigation", { name: "By status" }).getByRole("link", { name: verdict });

test("the numbers are those of all regions, and each leads to exactly these", async ({
  page,
  simulator,
  request,
}) => {
  simulator.setConnections("cn-beijing", [
    single("bj-1", PHASE_1_FAILED),
    single("bj-2", UP),
    single("bj-3", ""),
  ]);
  await untilSeen(request, "vco-bj-1");
  const read = async (): Promise<Overview> => (await request.get(api.overview)).json();
  // Another test may just have emptied the other regions.
  await expect.poll(async () => (await read()).counts.down, { timeout: 30_000 }).toBeGreaterThan(1);
  const overview = await read();
  expect(overview.regions.find(({ regionId }) => regionId === "cn-beijing")?.counts).toEqual({
    up: 1,
    degraded: 0,
    down: 1,
    unknown: 1,
  });
  await page.goto(pages.home);
  await expect(page.getByText(/^All 8 regions are read/)).toBeVisible();
  await expect(tile(page, "Down")).toHaveText(`${overview.counts.down}Down`);
  await tile(page, "Down").click();
  await expect(page).toHaveURL(pages.vpnConnections(null, { status: ["down"] }));
  await expect(page.getByText(new RegExp(`^${overview.counts.down} connections$`))).toBeVisible();
  await page.goBack();
  await regionRow(page, "China (Beijing)").getByRole("link", { name: "1 Down" }).click();
  await expect(page).toHaveURL(pages.vpnConnections("cn-beijing", { status: ["down"] }));
  await expect(page.getByRole("link", { name: "Details of bj-1" })).toBeVisible();
});

test("what is down or degraded stands there, worst first, with region, gateway and since when", async ({
  page,
  simulator,
}) => {
  const app = await startApp(simulator);
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  simulator.setConnections("cn-beijing", [single("b-up", UP), single("b-down", PHASE_1_FAILED)]);
  await page.clock.install();
  await page.goto(app.url + pages.home);
  const unhealthy = page.getByRole("table", { name: "Down or degraded" });
  const row = unhealthy.getByRole("row").filter({ hasText: "b-down" });
  await expect(row).toContainText("phase 1 failed");
  await expect(row.getByRole("link", { name: "China (Beijing)" })).toBeVisible();
  await expect(row.getByRole("link", { name: "vpn-core" })).toBeVisible();
  await expect(row.locator("time").first()).toBeVisible();
  const seen = await row.locator("time").first().getAttribute("datetime");
  await expect(unhealthy.getByRole("row").filter({ hasText: "b-up" })).toHaveCount(0);

  simulator.setConnections("cn-beijing", [
    single("b-up", PHASE_1_FAILED),
    single("b-down", PHASE_1_FAILED),
  ]);
  const news = unhealthy.getByRole("row").filter({ hasText: "b-up" });
  await expect(async () => {
    await page.clock.fastForward("00:16");
    await expect(news).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(row.locator("time").first()).toHaveAttribute("datetime", seen ?? "");
  await app.close();
});

test("a region that hangs or fails holds up and hides none of the others", async ({
  page,
  simulator,
}) => {
  simulator.faults.add({ action: CONNECTIONS, kind: "hang", regionId: "cn-shanghai" });
  const forbidden = { action: CONNECTIONS, kind: "error", code: "Forbidden.RAM" } as const;
  simulator.faults.add({ ...forbidden, regionId: "cn-beijing" });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.home);
  await expect(page.getByText(/^6 of 8 regions, \d+ connections; 1 has failed$/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Regions read" })).toBeVisible();
  await expect(regionRow(page, "China (Shanghai)")).toContainText("Reading…");
  const closed = regionRow(page, "China (Beijing)");
  await expect(closed).toContainText("The server lacks a permission");
  await closed.getByText("What to do").click();
  await expect(closed).toContainText(`vpc:${CONNECTIONS}`);
  await expect(
    regionRow(page, "China (Hangzhou)").getByRole("link", { name: /Up$/ }),
  ).toBeVisible();

  simulator.faults.clear();
  await closed.getByRole("link", { name: "Try again" }).click();
  await expect(closed.getByRole("link", { name: /Up$/ })).toBeVisible();
  await app.close();
});

test("a region that has failed is asked again by itself", async ({ page, simulator }) => {
  const fault = { action: CONNECTIONS, kind: "error", code: "Forbidden" } as const;
  simulator.faults.add({ ...fault, regionId: "cn-beijing" });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.home);
  await expect(regionRow(page, "China (Beijing)")).toContainText("lacks a permission");
  simulator.faults.clear();
  await expect(regionRow(page, "China (Beijing)").getByRole("link", { name: /Up$/ })).toBeVisible({
    timeout: 60_000,
  });
  await app.close();
});

test("without JavaScript it shows what has been read, with a link to look again", async ({
  browser,
  simulator,
}) => {
  simulator.faults.add({ action: CONNECTIONS, kind: "hang", regionId: "cn-shanghai" });
  const app = await startApp(simulator);
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pages.home);
  await expect(page.getByText(/^7 of 8 regions/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Down or degraded" })).toBeVisible();
  await expect(regionRow(page, "China (Shanghai)")).toContainText("Reading…");
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(page).toHaveURL(pages.home);
  await expect(tile(page, "Up")).toBeVisible();
  await context.close();
  await app.close();
});

test("an API that is down altogether is said once, and the page recovers", async ({
  page,
  simulator,
}) => {
  simulator.faults.add({ kind: "reset" });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.home);
  await expect(page.getByRole("heading", { name: "Cannot reach Alibaba Cloud" })).toBeVisible();
  simulator.faults.clear();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(
    regionRow(page, "China (Hangzhou)").getByRole("link", { name: /Up$/ }),
  ).toBeVisible();
  await app.close();
});

test("one that shows nothing wrong says so only as far as it has read", async ({
  page,
  simulator,
}) => {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, [single("a", UP)]);
  simulator.faults.add({ action: CONNECTIONS, kind: "error", code: "Forbidden", regionId: REGION });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.home);
  await expect(
    page.getByText("Nothing is down or degraded in the 7 of 8 regions read so far."),
  ).toBeVisible();
  await app.close();
});

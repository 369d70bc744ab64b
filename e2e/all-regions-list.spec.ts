import { startApp } from "@/e2e/app-server";
import { expect, rowOf, test } from "@/e2e/fixtures";
import { untilThere } from "@/e2e/until-listed";
import { rowNames } from "@/e2e/page-parts";
import { numbered, PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { CONNECTION_COLUMNS } from "@/lib/vpn/connection-columns";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

test.use({ allowFailedReplies: true });

const ACTION = "DescribeVpnConnections";
const ALL = { ...NO_PARAMETERS, open: [] };

test.beforeEach(async ({ request, simulator }) => {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  simulator.setConnections(
    "cn-hangzhou",
    numbered(12, () => UP),
  );
  simulator.setConnections("eu-central-1", [
    single("fra-down", PHASE_1_FAILED, { RemoteSubnet: "10.77.0.0/16" }),
  ]);
  await untilThere(request, {}, 13);
});

test("an address finds the tunnels that carry it in any region, and a row leads to its own", async ({
  page,
}) => {
  await page.goto(pages.vpnConnections(null, { q: "10.77.1.2" }));
  await expect(rowNames(page)).toHaveText(["fra-down"]);
  await expect(
    rowOf(page, "fra-down").getByRole("link", { name: "eu-central-1 Germany (Frankfurt)" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Details of fra-down" }).click();
  await expect(page).toHaveURL(
    pages.vpnConnections(null, { q: "10.77.1.2", open: ["vco-fra-down"] }),
  );
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toBeVisible();
  await page.getByRole("link", { name: "Open connection" }).click();
  await expect(page).toHaveURL(pages.vpnConnection("eu-central-1", "vco-fra-down"));
});

test("filters, order and paging work over all regions, also by form", async ({ page }) => {
  await page.goto(pages.vpnConnections(null));
  await expect(page.getByText("1–10 of 13")).toBeVisible();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(rowNames(page)).toHaveText(["n20", "n21", "fra-down"]);
  await page.goto(pages.vpnConnections(null, { sort: "verdict" }));
  await expect(rowNames(page).first()).toHaveText("fra-down");
  await page.getByRole("main").getByRole("searchbox").fill("n21");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(rowNames(page)).toHaveText(["n21"]);
  await expect(page).toHaveURL(pages.vpnConnections(null, { q: "n21", sort: "verdict" }));
});

test("without JavaScript rows, panels and search are there", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pages.vpnConnections(null, { status: ["down"] }));
  await page.getByRole("link", { name: "Details of fra-down" }).click();
  await expect(page.getByRole("table", { name: "IKE, phase 1" })).toBeVisible();
  await context.close();
});

test("a line says which regions are missing, and a file of it says so in its name", async ({
  page,
  simulator,
}) => {
  simulator.faults.add({
    action: ACTION,
    kind: "error",
    code: "Forbidden.RAM",
    regionId: "cn-beijing",
  });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.vpnConnections(null));
  const gaps = page.getByRole("complementary", { name: "Missing regions" });
  await expect(gaps).toContainText("1 of 8 regions");
  await expect(gaps.getByRole("listitem")).toHaveText([/China \(Beijing\) The server lacks/]);
  await expect(rowNames(page)).toHaveCount(10);
  const nameOf = async () => {
    const reply = await fetch(app.url + api.download(null, ALL, "csv"));
    return reply.headers.get("content-disposition");
  };
  expect(await nameOf()).toMatch(/vpn-connections-all-regions-[\d-]+-incomplete\.csv/);
  simulator.faults.clear();
  await page.goto(app.url + pages.vpnConnections("cn-beijing", { sort: "name" }));
  await page.goto(app.url + pages.vpnConnections(null));
  await expect(gaps).toHaveCount(0);
  expect(await nameOf()).toMatch(/vpn-connections-all-regions-\d+-\d+-\d+\.csv/);
  await app.close();
});

test("the last row and the last column of a table that is larger than the page can be scrolled to", async ({
  page,
  request,
  simulator,
}) => {
  simulator.setConnections(
    "cn-hangzhou",
    numbered(60, () => UP),
  );
  await untilThere(request, {}, 61);
  const columns = [...CONNECTION_COLUMNS].slice(0, 24);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(pages.vpnConnections(null, { pageSize: 50, columns }));
  await rowNames(page).last().scrollIntoViewIfNeeded();
  await expect(rowNames(page).last()).toBeInViewport({ ratio: 1 });
  const head = page.getByRole("columnheader").last();
  await head.scrollIntoViewIfNeeded();
  await expect(head).toBeInViewport({ ratio: 1 });
});

test("nothing at all, and nothing that matches, are different views", async ({
  page,
  simulator,
}) => {
  await page.goto(pages.vpnConnections(null, { q: "no-such-thing" }));
  await expect(
    page.getByRole("heading", { name: "No connections match the filters" }),
  ).toBeVisible();
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  const app = await startApp(simulator);
  await page.goto(app.url + pages.vpnConnections(null));
  await expect(
    page.getByRole("heading", { name: "No IPsec connections in any region" }),
  ).toBeVisible();
  await app.close();
});

const readyIn = ({ regions }: VpnConnectionList) =>
  regions?.filter(({ state }) => state === "ready").length;

test("the API answers at once while a region hangs, and tells which", async ({ simulator }) => {
  simulator.faults.add({ action: ACTION, kind: "hang", regionId: "cn-shanghai" });
  const app = await startApp(simulator);
  const read = async (): Promise<VpnConnectionList> =>
    (await fetch(app.url + api.vpnConnections(null, { pageSize: 50 }))).json();
  expect((await read()).regions?.every(({ state }) => state === "loading")).toBe(true);
  await expect.poll(async () => readyIn(await read())).toBe(7);
  const { regions, requestId, counts, totalCount } = await read();
  expect(totalCount).toBe(13);
  expect(requestId).toBeNull();
  expect(counts).toEqual({ up: 12, degraded: 0, down: 1, unknown: 0 });
  expect(regions?.find(({ regionId }) => regionId === "cn-shanghai")).toEqual({
    regionId: "cn-shanghai",
    state: "loading",
    totalCount: null,
    fetchedAt: null,
  });
  await app.close();
});

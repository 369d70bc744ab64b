import { startApp } from "@/e2e/app-server";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { setUp, single, UP, VPN_GATEWAY } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";

/** Every question asks again, and the last good answer replaces a failure. */
test.use({ allowFailedReplies: true, settings: { TUNNELBOARD_STALE_SECONDS: "3600" } });
// One worker has them all: another would start a server of the same settings.
test.describe.configure({ mode: "default" });

const OUTAGE = { kind: "error", code: "Forbidden.RAM", status: 403 } as const;

test("after a failed refresh the last rows stay, for every user, with age and reason", async ({
  page,
  request,
  simulator,
}) => {
  setUp(simulator, [single("kept", UP)]);
  const fresh = await (await request.get(api.vpnConnections(REGION, { sort: "name" }))).json();
  expect(fresh.stale).toBeUndefined();
  const end = simulator.faults.add({ ...OUTAGE, action: "DescribeVpnConnections" });
  const old = await (await request.get(api.vpnConnections(REGION))).json();
  expect(old.vpnConnections).toEqual(fresh.vpnConnections);
  expect(old.stale).toMatchObject({
    since: fresh.fetchedAt,
    problem: { code: "access_denied", upstreamCode: "Forbidden.RAM" },
  });
  await page.goto(pages.vpnConnections(REGION));
  await expect(rowOf(page, "kept")).toBeVisible();
  const banner = page.getByRole("alert").filter({ hasText: "Old data, read at" });
  await expect(banner).toContainText("The server lacks a permission");
  // What was never asked for cannot be shown.
  const other = await request.get(api.vpnConnections("cn-beijing", { pageNumber: 7 }));
  expect(other.status()).toBe(502);
  end();
  await page.reload();
  await expect(banner).toHaveCount(0);
});

test("the pages of a gateway and of a connection say that they are old too", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [single("kept", UP)]);
  const connection = pages.vpnConnection(REGION, "vco-kept");
  for (const address of [pages.list(VPN_GATEWAY), connection]) await page.goto(address);
  simulator.faults.add(OUTAGE);
  const banner = page.getByRole("alert").filter({ hasText: "Old data, read at" });
  for (const address of [pages.list(VPN_GATEWAY), connection]) {
    await page.goto(address);
    await expect(banner.first()).toBeVisible();
    await expect(page.getByText("kept").first()).toBeVisible();
  }
});

test("the overview shows an old region as old, and its numbers still count", async ({
  page,
  simulator,
}) => {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, [single("a", UP)]);
  const app = await startApp(simulator, { TUNNELBOARD_STALE_SECONDS: "3600" });
  const read = async (): Promise<Overview> => (await fetch(app.url + api.overview)).json();
  await expect.poll(async () => (await read()).counts.up).toBe(8);
  simulator.faults.add({ ...OUTAGE, regionId: "cn-beijing" });
  await expect
    .poll(async () => (await read()).regions.find(({ regionId }) => regionId === "cn-beijing"))
    .toMatchObject({ state: "stale", totalCount: 1, problem: { code: "access_denied" } });
  expect((await read()).counts.up).toBe(8);
  await page.goto(app.url + pages.home);
  await expect(page.getByRole("row").filter({ hasText: "China (Beijing)" })).toContainText(
    /Old, read/,
  );
  await app.close();
});

test("what is too old is shown no more", async ({ simulator }) => {
  setUp(simulator, [single("kept", UP)]);
  const app = await startApp(simulator, { TUNNELBOARD_STALE_SECONDS: "0" });
  const read = () => fetch(app.url + api.vpnConnections(REGION));
  expect((await read()).status).toBe(200);
  simulator.faults.add({ ...OUTAGE, action: "DescribeVpnConnections" });
  expect((await read()).status).toBe(502);
  await app.close();
});

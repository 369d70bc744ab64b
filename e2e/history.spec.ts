import { expect, REGION, test } from "@/e2e/fixtures";
import { drawnIn, historyIn, historyOf, untilRecorded } from "@/e2e/recorded-history";
import { pair, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";
import type { Simulator } from "@/lib/simulator/simulator";

const BOTH = [UP, UP] as const;
const ONE = [PHASE_1_FAILED, UP] as const;

/** A pair whose first tunnel has this lifetime of its IKE SA. */
function withLifetime(name: string, statuses: readonly [string, string], seconds: number) {
  const wire = pair(name, statuses);
  const [first, second] = wire.TunnelOptionsSpecification.TunnelOptions;
  const changed = { ...first, TunnelIkeConfig: { IkeVersion: "ikev2", IkeLifetime: seconds } };
  return { ...wire, TunnelOptionsSpecification: { TunnelOptions: [changed, second] } };
}

/** Every test has a connection of its own, since history outlives what a test sets up. */
async function show(simulator: Simulator, wire: object) {
  setUp(simulator, [wire, single("beside", UP)]);
}

test("what changes is on the page and in its JSON, in words and as it is drawn", async ({
  page,
  app,
  simulator,
}) => {
  await show(simulator, pair("turns", BOTH));
  await untilRecorded(app, "vco-turns");
  await show(simulator, pair("turns", ONE));
  await page.goto(pages.vpnConnection(REGION, "vco-turns"));
  const history = historyIn(page);
  await expect(history.getByText("Tunnel 1 down", { exact: true })).toBeVisible();
  await expect(history.getByText("Connection degraded", { exact: true })).toBeVisible();
  await expect(history.getByText("100%")).toBeVisible();
  await expect(
    history.getByRole("img", { name: /^Tunnel 1: up .*, down .*, no data/ }),
  ).toBeVisible();
  await expect(history.getByRole("img", { name: /^Tunnel 2: up [^,]*, no data/ })).toBeVisible();
  await expect(drawnIn(page, /^down for .*\n\d{4}-.* –.*\n\d{4}-.* – UTC$/)).toHaveCount(1);
  await expect(drawnIn(page, /^no data for .*: Before the connection was first read/)).toHaveCount(
    3,
  );

  await show(simulator, pair("turns", BOTH));
  await page.reload();
  await expect(history.getByText("Connection up", { exact: true })).toBeVisible();
  await expect(history.getByText(/^after .* degraded$/)).toBeVisible();
  await expect(history.getByText(/^after .* down$/)).toBeVisible();
  const { connection, events } = await historyOf(app, "vco-turns");
  expect(connection.map(({ state }) => state)).toEqual(["no_data", "up", "degraded", "up"]);
  const turns = events.map(({ kind }) => kind).filter((kind) => kind !== "created");
  expect(turns.toSorted()).toEqual(["degraded", "tunnel_down", "tunnel_up", "up"]);
});

test("the page follows by itself when the state changes", async ({ page, app, simulator }) => {
  await show(simulator, single("alone", UP));
  await untilRecorded(app, "vco-alone");
  await page.goto(pages.vpnConnection(REGION, "vco-alone"));
  await expect(historyIn(page).getByRole("img", { name: /^Connection: up/ })).toBeVisible();
  await show(simulator, single("alone", PHASE_1_FAILED));
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(historyIn(page).getByText("Connection down", { exact: true })).toBeVisible();
  // What a single tunnel has been through is what its connection has.
  await expect(historyIn(page).getByRole("img")).toHaveCount(1);
});

test("a change of configuration says what it was, and what followed it", async ({
  page,
  app,
  simulator,
}) => {
  await show(simulator, withLifetime("tuned", BOTH, 86_400));
  await untilRecorded(app, "vco-tuned");
  await show(simulator, withLifetime("tuned", ONE, 28_800));
  await page.goto(pages.vpnConnection(REGION, "vco-tuned"));
  const history = historyIn(page);
  const change = history
    .getByRole("listitem")
    .filter({ hasText: /^Configuration of tunnel 1 changed/ });
  await expect(change).toContainText("IKE lifetime 24 h (86,400 s) becomes 8 h (28,800 s)");
  await expect(change).toContainText("First seen at the same time: tunnel 1 went down");
  await expect(history.getByRole("img", { name: "1 change of the configuration" })).toBeVisible();
});

test("ranges are links that are in the address and come back to their place", async ({
  page,
  app,
  simulator,
}) => {
  await show(simulator, pair("ranges", BOTH));
  await untilRecorded(app, "vco-ranges");
  await page.goto(pages.vpnConnection(REGION, "vco-ranges"));
  const ranges = page.getByRole("navigation", { name: "Time range" });
  await expect(ranges.locator("[aria-current]")).toHaveText("24 hours");
  await ranges.getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(pages.history(REGION, "vco-ranges", "7d"));
  await expect(ranges.locator("[aria-current]")).toHaveText("7 days");
  await expect(historyIn(page)).toContainText("Available in the last 7 days");
  await expect(historyIn(page)).toBeInViewport();
  await ranges.getByRole("link", { name: "24 hours" }).click();
  await expect(page).toHaveURL(pages.history(REGION, "vco-ranges"));
  await page.goto(`${pages.vpnConnection(REGION, "vco-ranges")}?range=never`);
  await expect(ranges.locator("[aria-current]")).toHaveText("24 hours");
});

test("a link leads to all events of the connection", async ({ page, app, simulator }) => {
  await show(simulator, single("linked", UP));
  await untilRecorded(app, "vco-linked");
  await page.goto(pages.vpnConnection(REGION, "vco-linked"));
  await expect(page.getByRole("link", { name: "See all events" })).toHaveAttribute(
    "href",
    pages.events({ regionId: REGION, vpnConnectionId: "vco-linked" }),
  );
});

test("a connection that was deleted has a page that says when, with its history", async ({
  page,
  app,
  simulator,
}) => {
  await show(simulator, single("leaver", PHASE_1_FAILED));
  await untilRecorded(app, "vco-leaver");
  setUp(simulator, [single("beside", UP)]);
  await page.goto(pages.vpnConnection(REGION, "vco-leaver"));
  await expect(page.getByRole("heading", { level: 1, name: "leaver" })).toBeVisible();
  await expect(page.getByText(/^Deleted: not in the account since \d{4}-/)).toBeVisible();
  await expect(historyIn(page).getByText("Connection deleted", { exact: true })).toBeVisible();
  const states = historyIn(page).getByRole("table", { includeHidden: true });
  await expect(states.getByRole("rowheader", { includeHidden: true })).toHaveText([
    "no dataThe connection had been deleted",
    "down",
    "no dataBefore the connection was first read",
  ]);
  await page.goto(pages.vpnConnection(REGION, "vco-never-there"));
  await expect(page.getByText("No such connection in China (Hangzhou)")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("drawing, ranges and tables are there, in UTC", async ({ page, app, simulator }) => {
    await show(simulator, pair("plain", BOTH));
    await untilRecorded(app, "vco-plain");
    await show(simulator, pair("plain", ONE));
    await page.goto(pages.vpnConnection(REGION, "vco-plain"));
    const history = historyIn(page);
    await expect(drawnIn(page, /^down for .*\n\d{4}-.* – UTC$/)).toHaveCount(1);
    await history.getByText("Exact times as tables").click();
    const table = history.getByRole("table", { name: "States of tunnel 1" });
    const now = table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: "down" }) });
    await expect(now.getByRole("cell")).toHaveText([/ s$/, /^\d{4}-.* UTC$/, "ongoing"]);
    await history.getByRole("link", { name: "90 days" }).click();
    await expect(page).toHaveURL(pages.history(REGION, "vco-plain", "90d"));
    await expect(history).toContainText("Available in the last 90 days");
  });
});

import type { Page } from "playwright/test";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { rowNames, SMALL_LIST } from "@/e2e/small-list";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";

const list = (parameters: Partial<ListParameters> = {}) => pages.vpnConnections(REGION, parameters);

const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";

/** More than two pages of the API's largest size, so that no one call can know all of it. */
const MANY = Array.from({ length: 103 }, (_, index) => ({
  VpnConnectionId: `vco-${index}`,
  Name: `many ${index}`,
  Status: index % 4 === 0 ? DOWN : UP,
}));

const states = (page: Page) => page.getByRole("navigation", { name: "By status" });
const state = (page: Page, name: string) =>
  states(page).getByRole("link", { name: new RegExp(`^${name}\\b`) });

/** The calls for connections since a moment that `requests.length` remembers. */
function callsSince(simulator: Simulator, before: number) {
  return simulator.requests
    .slice(before)
    .filter(({ action }) => action === "DescribeVpnConnections")
    .map(({ parameters }) => `${parameters.PageNumber} of ${parameters.PageSize}`);
}

/** A server that knows no region yet, and that the names of gateways keep from reading one. */
async function startUnread(simulator: Simulator) {
  const end = simulator.faults.add({ action: "DescribeVpnGateways", kind: "hang" });
  return { app: await startApp(simulator), end };
}

test("a first page waits for one call, and the region is read once behind it", async ({
  simulator,
}) => {
  simulator.setConnections(REGION, MANY);
  const { app, end } = await startUnread(simulator);
  const before = simulator.requests.length;
  const read = async () => (await fetch(app.url + api.vpnConnections(REGION))).json();
  expect(await read()).toMatchObject({ totalCount: 103, counts: null, reading: 1 });
  end();
  await expect.poll(read).toMatchObject({ totalCount: 103, counts: { down: 26, up: 77 } });
  expect(callsSince(simulator, before)).toContain("1 of 10");
  await app.close();
});

test("all that the server itself filters or sorts reads each page of the region once", async ({
  request,
  simulator,
}) => {
  simulator.setConnections(REGION, MANY);
  // What another test had in the region, and is gone, is looked for once more.
  await request.get(api.vpnConnections(REGION, { sort: "name" }));
  for (const asked of [
    { q: "many" },
    { sort: "-name" as const },
    { status: ["up" as const, "down" as const] },
  ]) {
    const before = simulator.requests.length;
    const answer = await (await request.get(api.vpnConnections(REGION, asked))).json();
    expect(answer.totalCount).toBe(103);
    expect(answer.counts).toEqual({ up: 77, degraded: 0, down: 26, unknown: 0 });
    expect(callsSince(simulator, before).toSorted()).toEqual(["1 of 50", "2 of 50", "3 of 50"]);
  }
});

test("in the browser the counts come by themselves, and nothing moves", async ({
  page,
  simulator,
}) => {
  simulator.setConnections(REGION, MANY);
  await page.goto(list());
  await expect(states(page).getByRole("link")).toHaveText([
    "Down26",
    "Degraded0",
    "Unknown0",
    "Up77",
  ]);
  await expect(rowNames(page)).toHaveCount(10);
});

test("states are filters: on, two at once, and off again", async ({ page, simulator }) => {
  simulator.setConnections(REGION, SMALL_LIST);
  const kept = { q: "a", pageSize: 20, sort: "name" } as const;
  await page.goto(list({ ...kept, pageNumber: 1 }));
  await expect(rowNames(page)).toHaveText(["alpha", "bravo", "charlie", "delta"]);
  await expect(states(page).getByRole("link")).toHaveText([
    "Down1",
    "Degraded1",
    "Unknown0",
    "Up2",
  ]);
  await state(page, "Down").click();
  await expect(page).toHaveURL(list({ ...kept, status: ["down"] }));
  await expect(rowNames(page)).toHaveText(["bravo"]);
  await expect(state(page, "Down")).toHaveAttribute("aria-current", "true");
  // Of what the filter leaves out nothing is claimed.
  await expect(states(page).getByRole("link")).toHaveText(["Down1", "Degraded", "Unknown", "Up"]);
  await state(page, "Degraded").click();
  await expect(page).toHaveURL(list({ ...kept, status: ["down", "degraded"] }));
  await expect(rowNames(page)).toHaveText(["bravo", "delta"]);
  await expect(states(page).locator("[aria-current=true]")).toHaveText(["Down1", "Degraded1"]);
  await state(page, "Down").click();
  await expect(page).toHaveURL(list({ ...kept, status: ["degraded"] }));
  await expect(rowNames(page)).toHaveText(["delta"]);
  await state(page, "Degraded").click();
  await expect(page).toHaveURL(list(kept));
  await expect(states(page).locator("[aria-current]")).toHaveCount(0);
  await expect(rowNames(page)).toHaveCount(4);
});

test("a state that nothing is in matches nothing, and can be taken back", async ({
  page,
  simulator,
}) => {
  simulator.setConnections(REGION, SMALL_LIST.slice(0, 2));
  await page.goto(list());
  await state(page, "Down").click();
  await expect(
    page.getByRole("heading", { name: "No connections match the filters" }),
  ).toBeVisible();
  await state(page, "Down").click();
  await expect(page).toHaveURL(list());
  await expect(rowNames(page)).toHaveCount(2);
});

test("a filter by state starts at the first page", async ({ page, simulator }) => {
  simulator.setConnections(REGION, MANY);
  await page.goto(list({ pageNumber: 3 }));
  await state(page, "Down").click();
  await expect(page).toHaveURL(list({ status: ["down"] }));
  await expect(page.getByText("1–10 of 26")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the states of a first page without counts are links all the same", async ({
    page,
    simulator,
  }) => {
    simulator.setConnections(REGION, MANY);
    const { app, end } = await startUnread(simulator);
    await page.goto(app.url + list());
    await expect(page.getByText("1–10 of 103")).toBeVisible();
    end();
    await expect(states(page).getByRole("link")).toHaveText(["Down", "Degraded", "Unknown", "Up"]);
    await state(page, "Down").click();
    await expect(page).toHaveURL(app.url + list({ status: ["down"] }));
    await expect(state(page, "Down")).toHaveText("Down26");
    await app.close();
  });

  test("with everything on one page the counts are there at once", async ({ page, simulator }) => {
    simulator.setConnections(REGION, SMALL_LIST);
    await page.goto(list());
    await expect(states(page).getByRole("link")).toHaveText([
      "Down1",
      "Degraded1",
      "Unknown1",
      "Up2",
    ]);
  });
});

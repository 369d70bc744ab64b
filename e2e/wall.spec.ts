import type { Page } from "playwright/test";
import { startApp } from "@/e2e/app-server";
import { violationsInBoth } from "@/e2e/axe-violations";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { wordsOf } from "@/e2e/reply-summary";
import { makeUsersFile } from "@/e2e/users-file";
import { pair, PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";

test.use({ allowFailedReplies: true });

const OLD_DATA = { TUNNELBOARD_STALE_SECONDS: "3600" };

const alarm = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/ });
const rows = (page: Page) => page.getByRole("list", { name: "Down or degraded" });

function putOnly(simulator: Simulator, connections: object[]) {
  for (const regionId of simulator.regionIds) simulator.setConnections(regionId, []);
  simulator.setConnections(REGION, connections);
}

/** Goes on from poll to poll until it holds; nobody touches the page. */
async function untilPolled(page: Page, holds: () => Promise<void>) {
  await expect(async () => {
    await page.clock.fastForward("00:11");
    await holds();
  }).toPass();
}

const waitShortly = { timeout: 1_000 };

test("left alone, it says why it is old, and goes on by itself", async ({ page, simulator }) => {
  test.slow();
  putOnly(simulator, [single("b-up", UP), single("b-down", PHASE_1_FAILED)]);
  const app = await startApp(simulator, OLD_DATA);
  await page.clock.install();
  await page.goto(app.url + pages.wall);
  await expect(rows(page)).toContainText("b-down");
  await page.evaluate(() => Object.assign(window, { isFirstLoad: true }));
  const isFirstLoad = () => page.evaluate(() => "isFirstLoad" in window);

  simulator.faults.add({ action: "DescribeVpnConnections", kind: "reset" });
  await untilPolled(page, () => expect(alarm(page)).toContainText(/8 of 8 regions/, waitShortly));
  await expect(rows(page)).toContainText("b-down");
  simulator.faults.clear();
  await untilPolled(page, () => expect(alarm(page)).toHaveCount(0, waitShortly));

  await app.close();
  await untilPolled(page, () => expect(alarm(page)).toContainText("not respond", waitShortly));
  putOnly(simulator, [single("b-up", UP), single("b-down", UP)]);
  const again = await startApp(simulator, { ...OLD_DATA, PORT: new URL(app.url).port });
  await untilPolled(page, () =>
    expect(page.getByText("All 2 connections are up")).toBeVisible(waitShortly),
  );
  await expect(alarm(page)).toHaveCount(0);

  const ended = { code: "sign_in_required", title: "", detail: "", status: 401, type: "urn:x" };
  await page.route(again.url + api.overview, (route) =>
    route.fulfill({ status: 401, contentType: "application/problem+json", json: ended }),
  );
  await untilPolled(page, () => expect(alarm(page)).toHaveText(/session has ended/, waitShortly));
  await expect(page.getByRole("link", { name: "Sign in again" })).toBeVisible();
  await page.unroute(again.url + api.overview);
  await untilPolled(page, () => expect(alarm(page)).toHaveCount(0, waitShortly));
  expect(await isFirstLoad()).toBe(true);

  // As from a server of another build: the page reads itself again.
  await page.route(again.url + api.overview, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "x-build": "newer" } });
  });
  await untilPolled(page, async () => expect(await isFirstLoad()).toBe(false));
  await page.unroute(again.url + api.overview);
  await expect(page.getByText("All 2 connections are up")).toBeVisible();
  await again.close();
});

const longName = (index: number) => `site-${index}-${"long".repeat(25)}`;

test("it fits screens of every form without scrolling, with as many rows as there is room for", async ({
  page,
  simulator,
}) => {
  putOnly(simulator, [
    pair("half", [UP, PHASE_1_FAILED]),
    ...Array.from({ length: 29 }, (_, index) => single(longName(index), PHASE_1_FAILED)),
  ]);
  simulator.faults.add({ kind: "error", code: "Forbidden", regionId: "cn-beijing" });
  const app = await startApp(simulator);
  await page.goto(app.url + pages.wall);
  await expect(alarm(page)).toContainText("1 of 8 regions");
  expect(await violationsInBoth(page)).toEqual([]);
  for (const [width, height, more] of [
    [1920, 1080, "and 25 more: 24 down, 1 degraded"],
    [3840, 2160, "and 25 more: 24 down, 1 degraded"],
    [1366, 768, "and 25 more: 24 down, 1 degraded"],
    [1080, 1920, "and 18 more: 17 down, 1 degraded"],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(page.getByText(more)).toBeVisible();
    const isScrolled = await page.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      return scrollHeight > window.innerHeight || scrollWidth > window.innerWidth;
    });
    expect(isScrolled, `${width} × ${height}`).toBe(false);
  }
  putOnly(
    simulator,
    Array.from({ length: 30 }, (_, index) => single(longName(index), PHASE_1_FAILED)),
  );
  await page.reload();
  await expect(page.getByText("and 18 more, all down")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("banner")).toBeVisible();
  await page.getByRole("link", { name: "Wall screen" }).click();
  await expect(page).toHaveURL(app.url + pages.wall);
  await expect(page.getByRole("banner")).toHaveCount(0);
  await app.close();
});

test("in its HTML is what is down, newest first, without a frame; without a script it refreshes", async ({
  simulator,
}) => {
  const app = await startApp(simulator);
  const words = async () => wordsOf(await html());
  const html = async () => (await fetch(app.url + pages.wall)).text();
  putOnly(simulator, [single("a-first", PHASE_1_FAILED), single("z-then", UP)]);
  await expect.poll(words).toContain("a-first");
  const [first, then] = [single("a-first", PHASE_1_FAILED), single("z-then", PHASE_1_FAILED)];
  putOnly(simulator, [pair("half", [UP, PHASE_1_FAILED]), first, then]);
  await expect.poll(words).toMatch(/2 Down.*z-then.*a-first.*half/s);
  const text = await html();
  expect(text).toContain('<noscript><meta http-equiv="refresh"');
  expect(text).not.toMatch(/<(header|nav)\b|popover=/);
  expect(await (await fetch(`${app.url}/?display=ceiling`)).text()).toMatch(/<header\b/);
  await app.close();
});

test("who sees a part is told that it is one", async ({ simulator }) => {
  const users = makeUsersFile({ rita: `viewer:${REGION}` });
  const app = await startApp(simulator, users.settings);
  const cookie = await sessionOf(app.url, "rita");
  const page = await fetch(app.url + pages.wall, { headers: { cookie } });
  expect(wordsOf(await page.text())).toContain(`Part of the account: ${REGION}`);
  await app.close();
});

import { expect, REGION, test } from "@/e2e/fixtures";
import { readWith, untilTold } from "@/e2e/make-events";
import { PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

test.use({ javaScriptEnabled: false });

/** Whatever comes after a first read has been created. */
test.beforeEach(({ app, simulator }) => readWith(app, simulator, []));

test("events, kinds, pages and files are links, and times are in UTC", async ({
  app,
  page,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-plain" };
  await readWith(app, simulator, [single("plain", UP)]);
  await readWith(app, simulator, [single("plain", PHASE_1_FAILED)]);
  await untilTold(app, asked, 2);
  await page.goto(pages.events(asked));
  await expect(page.getByRole("heading", { level: 2 })).toContainText(" UTC");
  await page.getByRole("link", { name: /^Down ?\d/ }).click();
  await expect(page).toHaveURL(pages.events({ ...asked, kind: ["down"] }));
  await expect(page.getByText("1 event", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "10 per page" }).click();
  await expect(page.getByRole("link", { name: "plain", exact: true })).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^events-all-regions-\d{4}-\d\d-\d\d\.csv$/);
});

test("a form without a script leads to an address without empty fields, in UTC", async ({
  app,
  page,
  simulator,
}) => {
  await readWith(app, simulator, [single("formed", UP)]);
  await page.goto(pages.events({ kind: ["created"] }));
  await page.getByText("Filter by region, id or time").click();
  await page.getByLabel("Connection", { exact: true }).fill(" vco-formed ");
  await page.getByRole("combobox", { name: "Region" }).selectOption(REGION);
  await page.getByLabel("From (UTC)").fill("2024-01-01T20:30");
  await page.getByRole("button", { name: "Apply" }).click();
  const found = {
    regionId: REGION,
    vpnConnectionId: "vco-formed",
    kind: ["created" as const],
    since: Date.UTC(2024, 0, 1, 20, 30),
  };
  await expect(page).toHaveURL(pages.events(found));
  await expect(page.getByText("from 2024-01-01 20:30:00 UTC")).toBeVisible();
  await page.getByText("Filter by region, id or time").click();
  await expect(page.getByLabel("From (UTC)")).toHaveValue("2024-01-01T20:30");
});

test("what changed last stands on the overview, with a link to all", async ({
  app,
  page,
  simulator,
}) => {
  await readWith(app, simulator, [single("latest", UP)]);
  await readWith(app, simulator, [single("latest", PHASE_1_FAILED)]);
  await untilTold(app, { vpnConnectionId: "vco-latest", kind: ["down"] }, 1);
  await page.goto(pages.home);
  const latest = page.getByRole("region", { name: "Latest changes" });
  await expect(latest.getByRole("link", { name: "latest" }).first()).toBeVisible();
  await latest.getByRole("link", { name: "All events" }).click();
  await expect(page).toHaveURL(pages.events());
  await page.goto(pages.vpnConnections(REGION));
  await page.getByRole("banner").getByRole("link", { name: "Events" }).click();
  await expect(page).toHaveURL(pages.events({ regionId: REGION }));
});

import type { Page } from "playwright/test";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { untilHydrated } from "@/e2e/small-list";
import { numbered, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** What is left of A4 held sideways within its margins. */
test.use({ viewport: { width: 1046, height: 700 } });

const SUBNETS = "10.11.12.0/24,10.11.13.0/24,10.11.14.0/24";

/** With its day: paper grows old. */
async function expectReadAt(page: Page) {
  const time = page.locator("main p", { hasText: "Last read:" });
  await expect(time).toHaveText(/^Last read: 20\d\d-\d\d-\d\d/, { useInnerText: true });
}

test("a list prints as a table with its filters, its range and its time, and no controls", async ({
  page,
  simulator,
}) => {
  simulator.setConnections(REGION, [
    single("several", UP, { RemoteSubnet: SUBNETS }),
    ...numbered(20, () => UP),
  ]);
  await page.goto(pages.vpnConnections(REGION, { status: ["up"], q: "10" }));
  await untilHydrated(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("columnheader", { name: "Remote subnets" })).toBeVisible();
  const row = rowOf(page, "several");
  expect(await row.evaluate((one) => getComputedStyle(one).display)).toBe("table-row");
  for (const cidr of SUBNETS.split(",")) await expect(row.getByText(cidr)).toBeVisible();
  for (const words of ["status Up", "search “10”", /^1–10 of 2\d$/]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expectReadAt(page);
  const main = page.getByRole("main");
  await expect(main.getByRole("button")).toHaveCount(0);
  await expect(main.getByRole("navigation")).toHaveCount(0);
  await expect(main.getByRole("searchbox")).toHaveCount(0);
  for (const control of [/^Remove/, /CSV/, "Refresh"]) {
    await expect(main.getByRole("link", { name: control })).toHaveCount(0);
  }
  await expect(main.locator("summary:visible")).toHaveCount(0);
  const cut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(cut).toBe(0);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(paper.toString("latin1")) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
});

test("a list of gateways prints as a table", async ({ page }) => {
  await page.goto(pages.vpnGateways(REGION));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("columnheader", { name: "Expires" })).toBeVisible();
  await expectReadAt(page);
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { drawnIn, historyIn, untilRecorded } from "@/e2e/recorded-history";
import { GATEWAY, pair, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const CONNECTION = pages.vpnConnection(REGION, "vco-alpha");

test("a database that is away costs the page its history and nothing else", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [pair("alpha", [UP, PHASE_1_FAILED])]);
  const nowhere = "postgres://nobody:nothing@127.0.0.1:9/none";
  const app = await startApp(simulator, { DATABASE_URL: nowhere });
  for (const address of [CONNECTION, pages.vpnGateway(REGION, GATEWAY.VpnGatewayId)]) {
    await page.goto(app.url + address);
    await expect(historyIn(page).getByText("History is not available")).toBeVisible();
    await expect(historyIn(page).getByText(/PostgreSQL server of DATABASE_URL/)).toBeVisible();
    await expect(page.getByRole("figure", { name: "How it is connected" })).toBeVisible();
    const retry = historyIn(page).getByRole("link", { name: "Try again" });
    await expect(retry).toHaveAttribute("href", address);
  }
  await app.close();
});

test("while states cannot be written the page says since when and why, and shows what it has", async ({
  page,
  simulator,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-locked-"));
  setUp(simulator, [single("alpha", UP)]);
  const app = await startApp(simulator, { TUNNELBOARD_DATA_DIR: folder });
  await untilRecorded(app, "vco-alpha");
  const other = new Libsql(join(folder, "tunnelboard.db"));
  other.exec("begin immediate");
  setUp(simulator, [single("alpha", PHASE_1_FAILED)]);
  await expect(async () => {
    await page.goto(app.url + CONNECTION);
    await expect(historyIn(page)).toContainText(/New events have not been recorded since \d{4}-/, {
      timeout: 1_000,
    });
  }).toPass();
  await expect(historyIn(page)).toContainText("Another process holds the database.");
  await expect(historyIn(page).getByRole("img", { name: /^Connection: up/ })).toBeVisible();
  other.exec("rollback");
  other.close();
  await expect(async () => {
    await page.reload();
    await expect(historyIn(page).getByText("Connection down", { exact: true })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await expect(historyIn(page)).not.toContainText("have not been recorded");
  await app.close();
  rmSync(folder, { recursive: true });
});

test("an outage of the API leaves the history that there is", async ({ page, app, simulator }) => {
  setUp(simulator, [single("kept", UP)]);
  await untilRecorded(app, "vco-kept");
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden.RAM" });
  await page.goto(pages.vpnConnection(REGION, "vco-kept"));
  await expect(page.getByText(/lacks the action/)).toBeVisible();
  await expect(drawnIn(page, /^up for/)).toHaveCount(1);
});

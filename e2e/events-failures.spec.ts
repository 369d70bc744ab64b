import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { eventsOf, readWith, untilTold } from "@/e2e/make-events";
import { wordsOf } from "@/e2e/reply-summary";
import { makeUsersFile } from "@/e2e/users-file";
import { PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { api, pages } from "@/lib/vpn/hrefs";

test("events need no API: they are told while every call fails", async ({
  app,
  page,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-silent" };
  await readWith(app, simulator, []);
  await readWith(app, simulator, [single("silent", UP)]);
  await untilTold(app, asked, 1);
  simulator.faults.add({ kind: "error", code: "Forbidden" });
  await page.goto(pages.events(asked));
  await expect(page.getByRole("link", { name: "silent", exact: true })).toBeVisible();
});

test("history that has just begun has no events, and a gap says why and is drawn", async ({
  browser,
  simulator,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-events-"));
  const settings = { TUNNELBOARD_DATA_DIR: folder };
  const first = await startApp(simulator, settings);
  await fetch(first.url + api.events());
  const page = await browser.newPage();
  await page.goto(first.url + pages.events());
  await expect(page.getByText("No events yet")).toBeVisible();
  await first.close();

  const db = new Libsql(join(folder, "tunnelboard.db"));
  const insert = db.prepare(
    "insert into events (account, region_id, name, kind, at, lasted, reason) values ('default', ?, '', ?, ?, ?, ?)",
  );
  const at = Date.now() - 3_600_000;
  insert.run(REGION, "no_data", at - 1_800_000, null, "not_read");
  insert.run(REGION, "data_back", at, 1_800_000, "not_read");
  insert.run("cn-beijing", "no_data", at - 1, null, "access_denied");
  insert.run("cn-shanghai", "no_data", at - 2, null, "unreachable");
  db.close();

  const app = await startApp(simulator, settings);
  await page.goto(app.url + pages.events());
  const row = page.getByRole("main").locator("ol > li");
  await expect(row.nth(0)).toContainText("Nothing is known of the 30 min before.");
  await expect(row.nth(0)).toContainText("The Tunnelboard server was not running.");
  await expect(row.nth(1)).toContainText("Alibaba Cloud refused the region");
  await expect(row.nth(2)).toContainText("The VPC API could not be reached.");
  await expect(row.locator(".hatched")).toHaveCount(4);
  await page.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

test("who is limited to a region sees its events, counted and as files, and no others", async ({
  simulator,
}) => {
  const users = makeUsersFile({ olga: "operator", rita: "viewer:eu-central-1" });
  const app = await startApp(simulator, users.settings);
  const as = async (user: string) => {
    const cookie = await sessionOf(app.url, user);
    const get = (address: string) => fetch(app.url + address, { headers: { cookie } });
    return { url: app.url, cookie, get };
  };
  const [olga, rita] = [await as("olga"), await as("rita")];
  await readWith(olga, simulator, [single("office", UP)]);
  await readWith(olga, simulator, [single("office", PHASE_1_FAILED)]);
  await untilTold(olga, { kind: ["down"] }, 1);
  expect((await eventsOf(olga)).totalCount).toBeGreaterThan(0);

  const list = await (await rita.get(api.events())).json();
  expect(list).toMatchObject({ events: [], totalCount: 0, counts: { down: 0 } });
  for (const asked of [{}, { regionId: REGION }, { vpnConnectionId: "vco-office" }]) {
    for (const address of [
      pages.events(asked),
      api.downloadEvents({ ...NO_EVENT_PARAMETERS, ...asked }, "csv"),
      api.downloadEvents({ ...NO_EVENT_PARAMETERS, ...asked }, "json"),
    ]) {
      const text = (await (await rita.get(address)).text()).replaceAll("vco-office", "");
      expect(text, address).not.toContain("office");
    }
  }
  expect(wordsOf(await (await rita.get(pages.home)).text())).not.toContain("office");
  expect(wordsOf(await (await olga.get(pages.home)).text())).toContain("office");
  await app.close();
  users.close();
});

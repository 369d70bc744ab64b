import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { drawnIn, historyIn, historyOf, untilRecorded } from "@/e2e/recorded-history";
import { wordsOf } from "@/e2e/reply-summary";
import { makeUsersFile } from "@/e2e/users-file";
import { GATEWAY, PHASE_1_FAILED, setUp, single, UP, WORKS } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";

const VPN = pages.vpnGateway(REGION, GATEWAY.VpnGatewayId);
const CUSTOMER = pages.customerGateway(REGION, WORKS.CustomerGatewayId);
const NAMES = ["one", "other", "third"];

test("a gateway of either side has a strip for each connection, the worst first", async ({
  page,
  app,
  simulator,
}) => {
  setUp(
    simulator,
    NAMES.map((name) => single(name, UP)),
  );
  await untilRecorded(app, "vco-one");
  setUp(
    simulator,
    NAMES.map((name) => single(name, name === "third" ? PHASE_1_FAILED : UP)),
  );
  await untilRecorded(app, "vco-third", 1);
  for (const address of [VPN, CUSTOMER]) {
    await page.goto(address);
    const strips = historyIn(page).getByRole("list", { name: "Connections, the worst first" });
    const rows = strips.getByRole("listitem");
    await expect(rows).toHaveText([/^third[^]*down for/, /^one/, /^other/]);
    await expect(rows.nth(0).getByRole("img", { name: /^third: up .*, down / })).toBeVisible();
    await expect(drawnIn(page, /^down for/)).toHaveCount(1);
    await historyIn(page).getByText("1 outage with exact times").click();
    const outages = historyIn(page).getByRole("table");
    await expect(outages.getByRole("row").nth(1)).toContainText(/\d{4}-.*third.*down.*ongoing/);
    await rows.nth(0).getByRole("link", { name: "third" }).click();
    await expect(page).toHaveURL(pages.history(REGION, "vco-third"));
    await expect(historyIn(page).getByText("Connection down", { exact: true })).toBeVisible();
  }
});

test("who sees a gateway alone sees the history of its connections and of no other", async ({
  simulator,
}) => {
  const elsewhere = { VpnGatewayId: "vpn-other", CustomerGatewayId: "cgw-other" };
  const users = makeUsersFile({
    olga: "operator",
    gina: `viewer:${REGION}/${GATEWAY.VpnGatewayId}`,
  });
  const app = await startApp(simulator, users.settings);
  const [olga, gina] = [await sessionOf(app.url, "olga"), await sessionOf(app.url, "gina")];
  const get = async (cookie: string, address: string) =>
    wordsOf(await (await fetch(app.url + address, { headers: { cookie } })).text());
  setUp(simulator, [single("mine", UP), single("hidden", UP, elsewhere), single("rest", UP)]);
  await expect
    .poll(async () => {
      await get(olga, pages.vpnConnections(REGION, { sort: "name" }));
      return (await historyOf(app, "vco-hidden", olga)).firstSeenAt !== null;
    })
    .toBe(true);
  // Both are deleted, so that only history knows them.
  setUp(simulator, [single("rest", UP)]);
  const ofMine = pages.vpnConnection(REGION, "vco-mine");
  const ofHidden = pages.vpnConnection(REGION, "vco-hidden");
  expect(await get(olga, ofHidden)).toContain("Connection deleted");
  expect(await get(gina, ofMine)).toContain("Connection deleted");
  expect(await get(gina, ofHidden)).toContain("No such connection");
  const refused = await fetch(app.url + api.history(REGION, "vco-hidden", "24h"), {
    headers: { cookie: gina },
  });
  expect(refused.status).toBe(404);
  expect(await get(gina, VPN)).not.toContain("hidden");
  await app.close();
  users.close();
});

import { type AppServer, startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { makeUsersFile } from "@/e2e/users-file";
import { addressesOf } from "@/e2e/routes";
import { wordsOf } from "@/e2e/reply-summary";
import { idsOf } from "@/e2e/every-address";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Overview } from "@/lib/vpn/overview";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** Another region than that which the limits name. */
const ELSEWHERE = "eu-central-1";
const WHOLE = { ...NO_PARAMETERS, open: [] };

type Asker = <Answer>(address: string) => Promise<Answer>;

/** A server with these users and one connection's gateways, and what an operator sees on it. */
async function serve(app: AppServer, user: string) {
  const cookie = await sessionOf(app.url, user);
  const fetchAs = (address: string) =>
    fetch(app.url + address, { headers: { cookie }, redirect: "manual" });
  const json: Asker = async (address) => (await fetchAs(address)).json();
  return { cookie, fetchAs, json };
}

/** Whatever regions are not read yet are asked for again. */
async function wholeOverview(json: Asker): Promise<Overview> {
  let overview = await json<Overview>(api.overview);
  await expect
    .poll(async () => {
      overview = await json<Overview>(api.overview);
      return overview.regions.every(({ state }) => state === "ready");
    })
    .toBe(true);
  return overview;
}

const idsIn = ({ vpnConnections }: { vpnConnections: VpnConnection[] }) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId).toSorted();

test("who is limited to a region sees nothing of the others, at any address", async ({
  simulator,
}) => {
  const users = makeUsersFile({ olga: "operator", rita: `viewer:${REGION}` });
  const app = await startApp(simulator, { ...users.settings, TUNNELBOARD_CACHE_SECONDS: "60" });
  const olga = await serve(app, "olga");
  const rita = await serve(app, "rita");
  await wholeOverview(olga.json);
  const theirs = await olga.json<VpnConnectionList>(api.download(ELSEWHERE, WHOLE, "json"));
  const ids = await idsOf(app, ELSEWHERE, { cookie: olga.cookie });
  const words = [...idsIn(theirs), ids.vpnGatewayId, ids.customerGatewayId, ELSEWHERE];

  expect(await rita.json(api.regions)).toMatchObject({ regions: [{ regionId: REGION }] });
  const overview = await wholeOverview(rita.json);
  expect(overview.regions.map(({ regionId }) => regionId)).toEqual([REGION]);
  const all = await rita.json<VpnConnectionList>(api.vpnConnections(null, { pageSize: 50 }));
  expect(all.totalCount).toBe(overview.regions[0]?.totalCount);

  // Of what is not there for them, the answers are those of what is nowhere.
  const nowhere = await rita.fetchAs(api.vpnConnections("eu-nowhere-1"));
  const hidden = await rita.fetchAs(api.vpnConnections(ELSEWHERE));
  expect([hidden.status, await hidden.text()]).toEqual([404, await nowhere.text()]);
  for (const addresses of Object.values(addressesOf(ELSEWHERE, ids))) {
    for (const address of addresses) {
      const response = await rita.fetchAs(address);
      const text = (await response.text()).replaceAll(decodeURIComponent(address), "");
      const asked = new Set([ELSEWHERE, ...words.filter((word) => address.includes(word))]);
      const told = words.filter((word) => !asked.has(word) && text.includes(word));
      expect(told, `${address} tells nothing of them`).toEqual([]);
      expect(response.headers.get("location") ?? "", address).not.toContain(`/${ELSEWHERE}/`);
    }
  }
  // Without these words, what a page counts or does not find would be untrue.
  const isPartial = async ({ fetchAs }: typeof rita, page: string) =>
    wordsOf(await (await fetchAs(page)).text()).includes("You see part of this account");
  for (const page of [pages.home, pages.vpnConnections(REGION), pages.go("vco-none")]) {
    expect(await isPartial(rita, page), page).toBe(true);
    expect(await isPartial(olga, page), page).toBe(false);
  }
  const found = await rita.fetchAs(pages.go(ids.open[0] ?? ""));
  expect(wordsOf(await found.text())).toContain("No region has");
  await app.close();
  users.close();
});

test("who is limited to a gateway sees its connections, in lists, counts, search and files", async ({
  simulator,
}) => {
  const users = makeUsersFile({ olga: "operator", gina: `viewer:${REGION}/vpn-none` });
  const first = await startApp(simulator, users.settings);
  const olga = await serve(first, "olga");
  const everything = await olga.json<VpnConnectionList>(api.download(REGION, WHOLE, "json"));
  await first.close();
  users.close();
  const mine = everything.vpnConnections.find(({ vpnGatewayId }) => vpnGatewayId !== null);
  const vpnGatewayId = mine?.vpnGatewayId ?? "";
  const seen = everything.vpnConnections.filter((one) => one.vpnGatewayId === vpnGatewayId);
  const unseen = everything.vpnConnections.filter((one) => one.vpnGatewayId !== vpnGatewayId);
  const customers = new Set(seen.flatMap(({ customerGatewayIds }) => customerGatewayIds));

  const limited = makeUsersFile({ olga: "operator", gina: `viewer:${REGION}/${vpnGatewayId}` });
  const app = await startApp(simulator, { ...limited.settings, TUNNELBOARD_CACHE_SECONDS: "60" });
  const gina = await serve(app, "gina");
  const other = await serve(app, "olga");
  // In both orders: what one has asked must not be what another is answered.
  for (const { json } of [gina, other, gina]) {
    const list = await json<VpnConnectionList>(api.vpnConnections(REGION, { pageSize: 50 }));
    const isLimited = json === gina.json;
    expect(list.totalCount).toBe(isLimited ? seen.length : everything.vpnConnections.length);
  }
  const list = await gina.json<VpnConnectionList>(api.vpnConnections(REGION, { sort: "name" }));
  expect(Object.values(list.counts ?? {}).reduce((sum, one) => sum + one, 0)).toBe(seen.length);
  const search = await gina.json<VpnConnectionList>(
    api.vpnConnections(REGION, { q: unseen[0]?.vpnConnectionId }),
  );
  expect(search).toMatchObject({ totalCount: 0, vpnConnections: [] });
  expect(idsIn(await gina.json(api.download(REGION, WHOLE, "json")))).toEqual(
    seen.map(({ vpnConnectionId }) => vpnConnectionId).toSorted(),
  );
  const hidden = unseen.find(({ customerGatewayIds }) =>
    customerGatewayIds.every((id) => !customers.has(id)),
  );
  const hiddenIds = [hidden?.vpnConnectionId, hidden?.vpnGatewayId, hidden?.customerGatewayIds[0]];
  const [connection = "", gateway = "", customer = ""] = hiddenIds.map((id) => id ?? "");
  // What somebody else has just read is no way to it.
  expect((await other.fetchAs(api.logs(REGION, connection))).status).toBe(200);
  for (const [address, nothing] of [
    [api.vpnConnection(REGION, connection), api.vpnConnection(REGION, "vco-nothing")],
    [api.logs(REGION, connection), api.logs(REGION, "vco-nothing")],
    [api.vpnGateway(REGION, gateway), api.vpnGateway(REGION, "vpn-nothing")],
    [api.customerGateway(REGION, customer), api.customerGateway(REGION, "cgw-nothing")],
  ] as const) {
    const [there, notThere] = [await gina.fetchAs(address), await gina.fetchAs(nothing)];
    expect([there.status, await there.json()], address).toEqual([404, await notThere.json()]);
  }
  const pagesOfRegion = [pages.vpnConnections(REGION), pages.home, pages.vpnConnections(null)];
  for (const address of [...pagesOfRegion, pages.vpnGateway(REGION, vpnGatewayId)]) {
    const text = await (await gina.fetchAs(address)).text();
    // Also among what the filters suggest.
    for (const id of [connection, gateway, customer]) expect(text, address).not.toContain(id);
  }
  for (const id of [connection, gateway, customer]) {
    const words = wordsOf(await (await gina.fetchAs(pages.go(id))).text());
    expect(words, id).toContain("No region has");
  }
  expect((await gina.fetchAs(api.vpnGateway(REGION, vpnGatewayId))).status).toBe(200);
  expect((await gina.fetchAs(api.vpnConnection(REGION, idsIn(list)[0] ?? ""))).status).toBe(200);
  expect((await gina.fetchAs(api.logs(REGION, idsIn(list)[0] ?? ""))).status).toBe(200);
  await app.close();
  limited.close();
});

import { startApp } from "@/e2e/app-server";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import {
  expectSameQuestion,
  fieldOf,
  rowNames,
  SMALL_LIST,
  unfoldFields,
  untilHydrated,
} from "@/e2e/small-list";
import { api, pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";

const list = (parameters: Partial<ListParameters> = {}) => pages.vpnConnections(REGION, parameters);

/** Named by what they reach. */
const NETWORKS = [
  { Name: "everything", LocalSubnet: "0.0.0.0/0", RemoteSubnet: "0.0.0.0/0" },
  { Name: "ten", LocalSubnet: "10.0.0.0/8" },
  { Name: "ten-three", RemoteSubnet: "172.31.0.0/24,10.3.0.0/16" },
  { Name: "ten-three-seven", RemoteSubnet: "10.3.7.0/24" },
  { Name: "one host", LocalSubnet: "192.168.7.9/32" },
  { Name: "host bits", LocalSubnet: "192.0.2.77/28" },
  { Name: "six", LocalSubnet: "2001:db8:7::/48" },
  { Name: "to-203.0.113.5", IkeConfig: { RemoteId: "203.0.113.50" } },
].map((body, index) => ({ VpnConnectionId: `vco-net-${index}`, ...body }));

for (const [q, ...found] of [
  ["10.3.7.9", "ten-three-seven", "ten-three", "ten", "everything"],
  ["10.3.255.255", "ten-three", "ten", "everything"],
  ["10.4.0.0", "ten", "everything"],
  ["10.255.255.255", "ten", "everything"],
  ["11.0.0.0", "everything"],
  ["9.255.255.255", "everything"],
  ["0.0.0.0", "everything"],
  ["255.255.255.255", "everything"],
  ["192.168.7.9", "one host", "everything"],
  ["192.168.7.8", "everything"],
  ["192.168.7.10", "everything"],
  // Host bits are no mistake: 192.0.2.64 to 192.0.2.79.
  ["192.0.2.64", "host bits", "everything"],
  ["192.0.2.79", "host bits", "everything"],
  ["192.0.2.80", "everything"],
  ["10.3.0.0/16", "ten-three", "ten", "everything"],
  ["10.3.7.9/32", "ten-three-seven", "ten-three", "ten", "everything"],
  ["0.0.0.0/0", "everything"],
  ["203.0.113.5", "to-203.0.113.5", "everything"],
  ["203.0.113.50", "to-203.0.113.5", "everything"],
  ["2001:db8:7::", "six"],
  ["2001:DB8:7", "six"],
  ["2001:db8:8::1"],
  ["2001:db8:7:1::5", "six"],
  ["10.3", "ten-three", "ten-three-seven"],
  ["10.3.7.999"],
  ["10.3.7.9/33"],
  ["10.3.7.9.1"],
  ["010.3.7.9"],
  ["1e1.3.7.9"],
  ["%"],
  [".*"],
  ["\\"],
  ["<script>alert(1)</script>"],
  ["' or ''='"],
  ["💥"],
  ["TEN-THREE", "ten-three", "ten-three-seven"],
  ["vco-net-4", "one host"],
] as const) {
  test(`a search for ${q} finds ${found.join(", ") || "nothing"}`, async ({
    request,
    simulator,
  }) => {
    simulator.setConnections(REGION, NETWORKS);
    const reply = await request.get(api.vpnConnections(REGION, { q, pageSize: 20 }));
    expect(reply.status()).toBe(200);
    const { vpnConnections } = await reply.json();
    expect(vpnConnections.map((one: { name: string }) => one.name)).toEqual(found);
  });
}

test("an address in the search box finds the subnets that hold it", async ({ page, simulator }) => {
  simulator.setConnections(REGION, NETWORKS);
  await page.goto(list());
  const search = page.getByRole("searchbox", { name: /subnet or address/ });
  await search.fill("10.3.7.9");
  await search.press("Enter");
  await expect(page).toHaveURL(list({ q: "10.3.7.9" }));
  await expect(rowNames(page)).toHaveText(["ten-three-seven", "ten-three", "ten", "everything"]);
  await expect(rowOf(page, "ten-three-seven").locator("mark")).toHaveText("10.3.7.0/24");
  await expect(rowOf(page, "everything")).toContainText("(contains every address)");
});

test("the search box keeps the focus and its text after Enter", async ({ page, simulator }) => {
  simulator.setConnections(REGION, SMALL_LIST);
  await page.goto(list({ vpnGatewayId: "vpn-1" }));
  await untilHydrated(page);
  const search = page.getByRole("main").getByRole("searchbox");
  await search.fill("brav");
  await search.press("Enter");
  await expectSameQuestion(page, list({ vpnGatewayId: "vpn-1", q: "brav" }));
  await expect(rowNames(page)).toHaveText(["bravo"]);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("brav");
  await page.keyboard.press("End");
  await page.keyboard.type("o");
  await page.keyboard.press("Enter");
  await expectSameQuestion(page, list({ vpnGatewayId: "vpn-1", q: "bravo" }));
  await expect(search).toBeFocused();
});

test("what is typed on while a search is under way is not lost", async ({ page, simulator }) => {
  simulator.setConnections(REGION, SMALL_LIST);
  await page.goto(list());
  await untilHydrated(page);
  const search = page.getByRole("main").getByRole("searchbox");
  const asksForAl = /[?&]q=al(&|$)/;
  let isHeld = true;
  await page.route(asksForAl, async (route) => {
    await expect.poll(() => isHeld).toBe(false);
    await route.continue();
  });
  await search.fill("al");
  const asked = page.waitForRequest(asksForAl);
  await search.press("Enter");
  await asked;
  await page.keyboard.press("End");
  await page.keyboard.type("pha");
  isHeld = false;
  await expect(page).toHaveURL(list({ q: "al" }));
  await expect(rowNames(page)).toHaveText(["alpha"]);
  await expect(search).toHaveValue("alpha");
});

test("nothing that matches is another view than nothing here", async ({ page, simulator }) => {
  simulator.setConnections(REGION, SMALL_LIST);
  await page.goto(list());
  await page.getByRole("main").getByRole("searchbox").fill("nobody is called this");
  await page.keyboard.press("Enter");
  const noMatch = page.getByRole("region", { name: "No connections match the filters" });
  await expect(noMatch).toBeVisible();
  await expect(page.getByText("No IPsec connections")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue("nobody is called this");
  await noMatch.getByRole("link", { name: "Show all connections of the region" }).click();
  await expect(page).toHaveURL(list());
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue("");
  await expect(rowNames(page)).toHaveCount(SMALL_LIST.length);

  simulator.setConnections(REGION, []);
  await page.goto(list());
  await expect(page.getByRole("region", { name: "No IPsec connections" })).toBeVisible();
  await expect(page.getByText("No connections match")).toHaveCount(0);
});

test("once the region has been read the fields suggest what it has", async ({
  page,
  simulator,
}) => {
  // A server of its own has not read the region yet.
  const app = await startApp(simulator);
  simulator.setConnections(REGION, SMALL_LIST);
  const suggestions = (name: string) =>
    fieldOf(page, name).evaluate((input) =>
      input instanceof HTMLInputElement
        ? [...(input.list?.options ?? [])].map(({ value }) => value)
        : [],
    );
  await page.goto(app.url + list({ sort: "name" }));
  await unfoldFields(page);
  await expect(rowNames(page)).toHaveCount(SMALL_LIST.length);
  expect(await suggestions("VPN gateway")).toEqual(["vpn-1", "vpn-2"]);
  expect(await suggestions("Customer gateway")).toEqual(["cgw-1", "cgw-2"]);
  expect(await suggestions("Resource group")).toEqual(["rg-1", "rg-2", "rg-3"]);
  expect(await suggestions("Add a tag")).toEqual(["env:dev", "env:prod", "team:net"]);
  await expect(fieldOf(page, "IKE version").getByRole("option")).toHaveText([
    "Any",
    "ikev1",
    "ikev2",
    "ikev3",
  ]);
  await app.close();
});

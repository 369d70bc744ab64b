import type { APIRequestContext } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { PHASE_1_FAILED, setUp, single, UP, VPN_GATEWAY } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { SubnetList } from "@/lib/vpn/subnet-list";

const CONNECTIONS = [
  single("works", UP, { RemoteSubnet: "192.168.0.0/16,fd00:1::/32" }),
  single("shop", PHASE_1_FAILED, { RemoteSubnet: "192.168.7.9/24", LocalSubnet: "10.2.0.0/16" }),
  single("hub", UP, { LocalSubnet: "0.0.0.0/0", RemoteSubnet: "0.0.0.0/0,no-cidr" }),
];

/** A page without a script stays as it is, and what the server knows is a few seconds old. */
async function untilRead(request: APIRequestContext): Promise<void> {
  const read = async () => {
    const reply = await request.get(`${api.subnets({ regionId: REGION })}&wait=5`);
    const { totalCount }: SubnetList = await reply.json();
    return totalCount;
  };
  await expect.poll(read).toBe(6);
}

const ike = (IkePfs: string) => ({ IkeConfig: { IkeVersion: "ikev2", IkePfs, Psk: "k" } });

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a gateway leads to its networks, an address to who carries it, and back", async ({
    page,
    request,
    simulator,
  }) => {
    setUp(simulator, CONNECTIONS);
    await untilRead(request);
    await page.goto(pages.list(VPN_GATEWAY));
    await page.getByRole("link", { name: "Subnets of this VPN gateway" }).click();
    const { regionId, vpnGatewayId } = VPN_GATEWAY;
    await expect(page).toHaveURL(pages.subnets({ regionId, vpnGatewayId }));
    await expect(page).toHaveTitle("Subnets · Tunnelboard");
    const rows = page.getByRole("list", { name: "Subnets" }).locator(":scope > li");
    await expect(rows).toHaveCount(6);
    await expect(rows.nth(0)).toContainText(/0\.0\.0\.0\/0.*Catch-all/);
    await expect(rows.nth(4)).toContainText("in 192.168.0.0/16");
    await expect(rows.nth(4)).toContainText("Remote meets remote on one gateway");
    await expect(rows.nth(4)).toContainText("entered as 192.168.7.9/24");
    await expect(page.getByText("1 value is not a CIDR")).toBeVisible();

    await page.getByRole("link", { name: /^On one gateway/ }).click();
    await expect(rows).toHaveCount(2);
    await page.getByRole("textbox", { name: "Address or CIDR" }).fill(" 192.168.7.1 ");
    await page.getByRole("button", { name: "Look up" }).click();
    const asked = { regionId, vpnGatewayId, q: "192.168.7.1" };
    await expect(page).toHaveURL(pages.subnets({ ...asked, overlap: "same_gateway" }));
    await page.getByRole("link", { name: /^On one gateway/ }).click();
    await expect(rows).toHaveCount(3);
    const result = page.getByRole("region", { name: "Result of the look-up" });
    await expect(result).toContainText("192.168.7.0/24 is the longest match");
    await expect(result).toContainText("Only the catch-all 0.0.0.0/0 contains it");
    await expect(rows.nth(1)).toContainText("Longest match, remote side");
    await expect(rows.nth(2)).toContainText("Catch-all");

    await rows.nth(1).getByRole("link", { name: "shop" }).click();
    await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-shop"));
    await page.getByRole("link", { name: "10.2.0.0/16" }).click();
    await expect(page).toHaveURL(pages.subnets({ q: "10.2.0.0/16" }));
  });

  test("what is no address, nothing found, a page past the end and a region that fails are ordinary views", async ({
    page,
    request,
    simulator,
  }) => {
    setUp(simulator, CONNECTIONS);
    await untilRead(request);
    await page.goto(`${pages.subnets({ regionId: REGION })}&q=berlin`);
    await expect(page.getByText("“berlin” is neither an IP address nor a CIDR")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Address or CIDR" })).toHaveValue("berlin");
    await expect(page.getByText("6 subnets", { exact: true })).toBeVisible();
    await page.goto(pages.subnets({ regionId: REGION, q: "2001:db8::1" }));
    await expect(page.getByRole("heading", { name: "No subnet contains" })).toBeVisible();
    await page.goto(pages.subnets({ regionId: REGION, pageSize: 2, pageNumber: 9 }));
    await page.getByRole("link", { name: "Go to the last page" }).click();
    await expect(page).toHaveURL(pages.subnets({ regionId: REGION, pageSize: 2, pageNumber: 3 }));
    await expect(page.getByText("fd00:1::/32", { exact: true })).toBeVisible();
    await page.goto(pages.subnets({ regionId: "no-such-region" }));
    await expect(page.getByRole("main")).toContainText("There is no region with this regionId");
  });

  test("connections and tunnels are compared side by side", async ({ page, simulator }) => {
    const usual = Array.from({ length: 19 }, (_, index) => single(`u${index}`, UP, ike("group14")));
    setUp(simulator, [
      single("odd", UP, { ...ike("group2"), RemoteSubnet: "10.9.0.0/16" }),
      ...usual,
    ]);
    for (const regionId of simulator.regionIds) {
      if (regionId !== REGION) simulator.setConnections(regionId, []);
    }
    await page.goto(pages.vpnConnection(REGION, "vco-odd"));
    await page.getByRole("link", { name: "Compare with another connection" }).click();
    await expect(page.getByText("The connection has one tunnel.")).toBeVisible();
    await page.getByRole("combobox", { name: "Name or id of another connection" }).fill("vco-u3");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(pages.compare(REGION, "vco-odd", { with: "vco-u3" }));
    await expect(page.getByText(/^1 of \d+ settings that are reported differ/)).toBeVisible();
    const table = page.getByRole("table", { name: "Tunnel 1: IKE, phase 1" });
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(table.getByRole("row").nth(1)).toContainText(/DH group.*group2.*group14/s);
    await page.getByText("identity, address or state that differs").click();
    await expect(page.getByRole("table", { name: "Connection" })).toContainText("10.9.0.0/16");
  });
});

test("the API tells of an address the path through the networks, and names what is nonsense", async ({
  request,
  simulator,
}) => {
  setUp(simulator, CONNECTIONS);
  const asked = { regionId: REGION, q: "192.168.7.1" };
  await expect
    .poll(async () => {
      const reply = await request.get(`${api.subnets(asked)}&wait=5`);
      const { subnets, lookUp }: SubnetList = await reply.json();
      return { lookUp, path: subnets.map(({ cidr }) => cidr) };
    })
    .toEqual({
      lookUp: { cidr: "192.168.7.1/32", remote: "192.168.7.0/24", local: "0.0.0.0/0" },
      path: ["192.168.0.0/16", "192.168.7.0/24", "0.0.0.0/0"],
    });
  const problem = await request.get(`${api.subnets()}?q=berlin`);
  expect(problem.status()).toBe(400);
  expect(await problem.json()).toMatchObject({ parameter: "q" });
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { expectAllInSight } from "@/e2e/no-overflow";
import { unfoldFields } from "@/e2e/small-list";
import { untilSeen } from "@/e2e/until-listed";
import { CUSTOMER, IDS, makeUgly, VPN } from "@/e2e/extreme-data";
import { GATEWAY_COLUMNS } from "@/lib/vpn/gateway-columns";
import { pages } from "@/lib/vpn/hrefs";

const WIDTHS = [390, 768, 1024, 1280, 1440];

/** One page, made wider and wider: what each width hides, another shows. */
async function expectAllInSightAtEachWidth(page: Page, name: string) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectAllInSight(page, `${name} at ${width} px`);
  }
}

/** A few pages a test, one after another: each test starts a browser's process and loads every script. */
const PAGES = {
  "lists, events, subnets and a comparison": [
    ["the list with all panels open", pages.vpnConnections(REGION, { open: IDS })],
    ["events", pages.events({ regionId: REGION, vpnConnectionId: "x".repeat(100) })],
    ["subnets", pages.subnets({ regionId: REGION, vpnGatewayId: VPN, pageSize: 5 })],
    ["a comparison", pages.compare(REGION, "vco-ugly-0", { with: "vco-ugly-5" })],
    ["another region", pages.vpnConnections("cn-beijing")],
  ],
  gateways: [
    [
      "VPN gateways",
      pages.gateways("vpnGateway", REGION, { columns: [...GATEWAY_COLUMNS.vpnGateway] }),
    ],
    ["customer gateways", pages.customerGateways(REGION)],
    ["a VPN gateway", pages.vpnGateway(REGION, VPN)],
    ["a customer gateway", pages.customerGateway(REGION, CUSTOMER)],
  ],
  connections: [
    ["a connection of one tunnel", pages.vpnConnection(REGION, "vco-ugly-0")],
    ["a connection with a long status", pages.vpnConnection(REGION, "vco-ugly-1")],
    ["a connection without a name", pages.vpnConnection(REGION, "vco-ugly-3")],
    ["a connection with a long tag", pages.vpnConnection(REGION, "vco-ugly-4")],
    ["a connection of two tunnels", pages.vpnConnection(REGION, "vco-ugly-5")],
  ],
  "what is not there": [
    ["a region that is not there", pages.vpnConnections("no-such-region")],
    ["an id that is not there", pages.vpnConnection(REGION, "vco-nothing")],
    ["an id that no region has", pages.go("vpn-nothing")],
    ["an id that is none", pages.go("nothing")],
  ],
  "long addresses of nothing": [
    ["an unknown address", `/${"long".repeat(50)}`],
    ["a long id that is not there", pages.vpnConnection(REGION, `vco-${"x".repeat(96)}`)],
    ["a long id that no region has", pages.go(`vpn-${"x".repeat(96)}`)],
    ["a long id that is none", pages.go("y".repeat(200))],
  ],
} as const;

for (const [part, addresses] of Object.entries(PAGES)) {
  test(`nothing scrolls sideways in ${part}, whatever the values`, async ({ page, simulator }) => {
    test.slow();
    makeUgly(simulator);
    for (const [name, address] of addresses) {
      await page.goto(address);
      await expectAllInSightAtEachWidth(page, name);
    }
  });
}

for (const [name, address] of [
  ["the overview", pages.home],
  ["the list over all regions with panels open", pages.vpnConnections(null, { open: IDS })],
] as const) {
  test(`nothing scrolls sideways in ${name}, whatever the values`, async ({
    page,
    request,
    simulator,
  }) => {
    makeUgly(simulator);
    await untilSeen(request, "vco-ugly-0");
    await page.goto(address);
    await expect(page.getByRole("table").first()).toBeVisible();
    await expectAllInSightAtEachWidth(page, name);
  });
}

test("nothing scrolls sideways with filters in use, nor with the menus open", async ({
  page,
  simulator,
}) => {
  test.slow();
  makeUgly(simulator);
  const [key, value] = ["k".repeat(64), "v".repeat(128)];
  const address = pages.vpnConnections(REGION, {
    q: "w".repeat(100),
    vpnGatewayId: VPN,
    tag: [`${key}:${value}`],
    sort: "-customerGatewayIds",
    status: ["ipsec_sa_not_established"],
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await unfoldFields(page);
    await expectAllInSight(page, `filters at ${width} px`);
    await page.getByRole("button", { name: "Language and display" }).click();
    await expect(page.getByRole("button", { name: "Browser default" })).toBeVisible();
    await expectAllInSight(page, `language and display at ${width} px`);
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAllInSight(page, `shortcuts at ${width} px`);
    await page.getByRole("button", { name: /^Region/ }).click();
    await expect(page.getByRole("link", { name: /China \(Beijing\)/ })).toBeVisible();
    await expectAllInSight(page, `regions at ${width} px`);
  }
});

import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { unfoldFields } from "@/e2e/small-fleet";
import type { Simulator } from "@/lib/simulator/simulator";
import { pages } from "@/lib/vpn/hrefs";

const WIDTHS = [390, 768, 1024, 1280, 1440];

const CIDRS = Array.from({ length: 10 }, (_, index) => `10.${100 + index}.128.0/17`).join(",");

const VPN = `vpn-${"g".repeat(30)}`;
const CUSTOMER = `cgw-${"c".repeat(30)}`;
const CHINESE = `cgw-${"d".repeat(30)}`;
const TAGS = { Tag: [{ Key: "k".repeat(64), Value: "v".repeat(128) }] };

const tunnel = (Role: string, Status: string, CustomerGatewayId: string) => ({
  TunnelId: `tun-${Role.repeat(5)}`,
  Role,
  State: "active",
  Status,
  CustomerGatewayId,
  ZoneNo: `cn-hangzhou-${"z".repeat(30)}`,
  InternetIp: "255.255.255.255",
  TunnelIkeConfig: { IkeEncAlg: "e".repeat(60), RemoteId: "r".repeat(100) },
  TunnelBgpConfig: { BgpStatus: "s".repeat(40), TunnelCidr: "169.254.100.100/30" },
});

/** Values as nobody wishes them, and the API allows them. */
const CONNECTIONS = [
  { Name: "n".repeat(100), LocalSubnet: CIDRS, RemoteSubnet: CIDRS, Status: "up".repeat(5) },
  { Name: "专".repeat(100), Status: "x".repeat(80), CustomerGatewayId: CHINESE },
  { Name: '<script>alert(1)</script> & "quotes"', Status: "" },
  { Name: "", IkeConfig: { IkeEncAlg: "a".repeat(90), LocalId: "l".repeat(100) } },
  { Name: "‮right to left‬ مرحبا", Tag: TAGS },
  {
    Name: "two-tunnels-".repeat(8),
    LocalSubnet: CIDRS,
    RemoteSubnet: CIDRS,
    TunnelOptionsSpecification: {
      TunnelOptions: [
        tunnel("master", "ipsec_sa_established", CUSTOMER),
        tunnel("slave", "y".repeat(80), CHINESE),
      ],
    },
  },
].map((body, index) => ({
  VpnConnectionId: `vco-ugly-${index}`,
  VpnGatewayId: VPN,
  CustomerGatewayId: CUSTOMER,
  ...body,
}));

const IDS = CONNECTIONS.map(({ VpnConnectionId }) => VpnConnectionId);

function makeUgly(simulator: Simulator) {
  simulator.setConnections(REGION, CONNECTIONS);
  simulator.setVpnGateways(REGION, [
    {
      VpnGatewayId: VPN,
      Name: "g".repeat(100),
      Description: "d".repeat(256),
      Spec: "S".repeat(40),
      VpcId: `vpc-${"p".repeat(60)}`,
      Status: "t".repeat(40),
      BusinessStatus: "FinancialLocked",
      ChargeType: "Prepay",
      EndTime: Date.now() - 86_400_000,
      InternetIp: "255.255.255.255",
      EniInstanceIds: { EniInstanceId: [`eni-${"i".repeat(60)}`, `eni-${"j".repeat(60)}`] },
      Tags: TAGS,
      Tag: JSON.stringify({ ["f".repeat(60)]: "w".repeat(60) }),
    },
  ]);
  simulator.setCustomerGateways(REGION, [
    {
      CustomerGatewayId: CUSTOMER,
      Name: "c".repeat(100),
      Description: "d".repeat(256),
      IpAddress: "255.255.255.255",
      Asn: 4_294_967_295,
      Tags: TAGS,
    },
    { CustomerGatewayId: CHINESE, Name: "关".repeat(100), IpAddress: "255.255.255.254" },
  ]);
}

/** Nothing is wider than the window, no cell than its column; nothing is pushed out of sight. */
async function expectAllInSight(page: Page, where: string) {
  await expect(page.getByRole("heading", { level: 1 }), where).toBeVisible();
  const { width } = page.viewportSize() ?? { width: 0 };
  const found = await page.evaluate((limit) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    /** For screen readers only, or within what is. */
    const isClipped = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement));
    const elements = [...document.querySelectorAll("body *")].filter(
      (one) => one.checkVisibility() && !isClipped(one),
    );
    return {
      page: scrollWidth - clientWidth,
      outside: elements
        .filter((one) => {
          const { left, right, width: own } = one.getBoundingClientRect();
          return own > 1 && (right > limit + 1 || left < -1);
        })
        .map((one) => one.outerHTML.slice(0, 200)),
      scrollers: elements
        .filter(
          (one) =>
            /auto|scroll/.test(getComputedStyle(one).overflowX) &&
            one.scrollWidth > one.clientWidth + 1 &&
            !one.matches("pre, code"),
        )
        .map((one) => one.outerHTML.slice(0, 200)),
    };
  }, width);
  expect(found, where).toEqual({ page: 0, outside: [], scrollers: [] });
  const cut = await page
    .getByRole("cell")
    .or(page.getByRole("rowheader"))
    .or(page.getByRole("figure").locator("div, p, li"))
    .evaluateAll((cells) =>
      cells
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 1)
        .map((cell) => cell.textContent),
    );
  expect(cut, where).toEqual([]);
}

for (const width of WIDTHS) {
  test.describe(`at ${width} px, whatever the values`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const [name, address] of [
      ["the list with all panels open", pages.vpnConnections(REGION, { open: IDS })],
      ["another region", pages.vpnConnections("cn-beijing")],
      ["a region that is not there", pages.vpnConnections("no-such-region")],
      ["a VPN gateway", pages.vpnGateway(REGION, VPN)],
      ["a customer gateway", pages.customerGateway(REGION, CUSTOMER)],
      ["a connection of one tunnel", pages.vpnConnection(REGION, "vco-ugly-0")],
      ["a connection with a long status", pages.vpnConnection(REGION, "vco-ugly-1")],
      ["a connection without a name", pages.vpnConnection(REGION, "vco-ugly-3")],
      ["a connection with a long tag", pages.vpnConnection(REGION, "vco-ugly-4")],
      ["a connection of two tunnels", pages.vpnConnection(REGION, "vco-ugly-5")],
      ["an id that is not there", pages.vpnConnection(REGION, "vco-nothing")],
      ["an id that no region has", pages.go("vpn-nothing")],
      ["an id that is none", pages.go("nothing")],
      ["an unknown address", `/${"long".repeat(50)}`],
    ] as const) {
      test(`nothing scrolls sideways in ${name}`, async ({ page, simulator }) => {
        makeUgly(simulator);
        await page.goto(address);
        await expectAllInSight(page, address);
      });
    }

    for (const [name, address] of [
      ["a long id that is not there", pages.vpnConnection(REGION, `vco-${"x".repeat(96)}`)],
      ["a long id that no region has", pages.go(`vpn-${"x".repeat(96)}`)],
      ["a long id that is none", pages.go("y".repeat(200))],
    ] as const) {
      test(`nothing scrolls sideways in ${name}`, async ({ page }) => {
        await page.goto(address);
        await expectAllInSight(page, address);
      });
    }

    test("nor with every filter in use, nor with the menus open", async ({ page, simulator }) => {
      makeUgly(simulator);
      const [key, value] = ["k".repeat(64), "v".repeat(128)];
      await page.goto(
        pages.vpnConnections(REGION, {
          q: "w".repeat(100),
          vpnGatewayId: VPN,
          tag: [`${key}:${value}`],
          sort: "-customerGatewayIds",
          status: ["ipsec_sa_not_established"],
        }),
      );
      await unfoldFields(page);
      await expectAllInSight(page, "filters");
      await page.getByRole("button", { name: "Language and display" }).click();
      await expect(page.getByRole("button", { name: "As the browser asks" })).toBeVisible();
      await expectAllInSight(page, "language and display");
      await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAllInSight(page, "shortcuts");
      await page.getByRole("button", { name: /^Region/ }).click();
      await expect(page.getByRole("link", { name: /China \(Beijing\)/ })).toBeVisible();
      await expectAllInSight(page, "regions");
    });
  });
}

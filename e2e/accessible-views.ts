import type { Page } from "playwright/test";
import { deny } from "@/e2e/companion-pages";
import { gatewayListViews } from "@/e2e/gateway-list-views";
import { expect, REGION } from "@/e2e/fixtures";
import { APART, pair, PHASE_1_FAILED, setUp, single, UP, VPN_GATEWAY, WORKS } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { pages } from "@/lib/vpn/hrefs";

/** Short ones: axe looks at every cell, and each kind of cell is there. */
const LIST = pages.vpnConnections(REGION, { pageSize: 5 });
const SHORT = pages.vpnConnections(REGION, { pageSize: 3 });

/** One connection of each kind on one gateway. */
const CONNECTIONS = [
  pair("alpha", [UP, PHASE_1_FAILED], APART),
  single("beta", PHASE_1_FAILED),
  single("gamma", ""),
];

type View = { name: string; show: (page: Page, simulator: Simulator) => Promise<unknown> };

/** Each view there is, and how to come to see it. */
export const VIEWS: View[] = [
  { name: "the list", show: (page) => page.goto(LIST) },
  {
    name: "the overview, with a region that is closed",
    show: async (page, simulator) => {
      simulator.faults.add({ kind: "error", code: "Forbidden", regionId: "ap-southeast-1" });
      await page.goto(pages.home);
      await page.getByRole("table").first().waitFor();
    },
  },
  {
    name: "the list over all regions, with one missing",
    show: async (page, simulator) => {
      simulator.faults.add({ kind: "error", code: "Forbidden", regionId: "ap-southeast-1" });
      await page.goto(pages.vpnConnections(null, { pageSize: 3 }));
      await page.getByRole("table").first().waitFor();
    },
  },
  {
    name: "open panels and an explanation",
    show: async (page) => {
      await page.goto(pages.vpnConnections(REGION, { pageSize: 1 }));
      await page.getByRole("link", { expanded: false }).first().click();
      await page.getByRole("table").nth(1).locator("summary").first().click();
    },
  },
  {
    name: "the region picker",
    show: async (page) => {
      await page.goto(SHORT);
      await page.getByRole("button", { name: /^(Region|地域)/ }).click();
    },
  },
  {
    name: "an empty region",
    show: (page, simulator) => {
      simulator.setConnections(REGION, []);
      return page.goto(LIST);
    },
  },
  {
    name: "a filter without match",
    show: (page) => page.goto(pages.vpnConnections(REGION, { vpnGatewayId: "x" })),
  },
  {
    name: "a page past the end",
    show: (page) => page.goto(pages.vpnConnections(REGION, { pageNumber: 99 })),
  },
  {
    name: "a failure",
    show: (page, simulator) => {
      simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
      return page.goto(LIST);
    },
  },
  {
    name: "old rows after a failed refresh",
    show: async (page, simulator) => {
      await page.goto(SHORT);
      simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
      await page.getByRole("link", { name: /^(Refresh|刷新)$/ }).click();
      await page.getByRole("alert").filter({ hasText: /\S/ }).waitFor();
    },
  },
  {
    name: "events without match, and their form",
    show: async (page) => {
      await page.goto(pages.events({ vpnGatewayId: "x", kind: ["down"], since: 1 }));
      await page.getByRole("main").getByRole("search").locator("summary").click();
    },
  },
  {
    name: "findings by rule",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      return page.goto(pages.findings({ regionId: REGION }));
    },
  },
  {
    name: "findings by connection, and their form",
    show: async (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      await page.goto(pages.findings({ regionId: REGION, by: "connection" }));
      await page.getByRole("main").getByRole("search").locator("summary").click();
      await page.getByRole("table").first().locator("summary").first().click();
    },
  },
  {
    name: "subnets that meet, with a look-up",
    show: (page, simulator) => {
      const beta = { RemoteSubnet: "192.168.0.0/16,0.0.0.0/0,no-cidr" };
      setUp(simulator, [single("alpha", UP), single("beta", PHASE_1_FAILED, beta)]);
      return page.goto(pages.subnets({ regionId: REGION, q: "192.168.1.7" }));
    },
  },
  {
    name: "two connections side by side",
    show: async (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      await page.goto(pages.compare(REGION, "vco-alpha", { with: "vco-beta" }));
      await page.locator("section details > summary").first().click();
    },
  },
  { name: "an unknown address", show: (page) => page.goto("/no/such/page") },
  {
    name: "the filter form with filters in use",
    show: async (page) => {
      const status = ["down", "unknown"] as const;
      const asked = { q: "a", tunnelMode: "single", sort: "-name" } as const;
      await page.goto(pages.vpnConnections(REGION, { ...asked, status: [...status], pageSize: 3 }));
      const fold = page.locator("summary", { hasText: /^(Filters and order|筛选与排序)$/ });
      const order = page.getByRole("combobox", { name: /^(Order|排序)$/ });
      if (await order.isHidden()) await fold.click();
      await expect(order).toBeVisible();
    },
  },
  {
    name: "the menu of language and display",
    show: async (page) => {
      await page.goto(SHORT);
      await page.getByRole("button", { name: /^(Language and display|语言与显示)$/ }).click();
      await expect(page.getByRole("button", { name: "简体中文" })).toBeVisible();
    },
  },
  {
    name: "the list of shortcuts",
    show: async (page) => {
      await page.goto(SHORT);
      await page.getByRole("button", { name: /^(Keyboard shortcuts|键盘快捷键)$/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "a VPN gateway",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      return page.goto(pages.list(VPN_GATEWAY, { open: ["vco-alpha"] }));
    },
  },
  {
    name: "a customer gateway",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      return page.goto(pages.customerGateway(REGION, WORKS.CustomerGatewayId));
    },
  },
  {
    name: "a connection",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      return page.goto(pages.vpnConnection(REGION, "vco-alpha"));
    },
  },
  {
    name: "logs and diagnosis, without lines of one tunnel",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      const fault = { kind: "error", code: "Forbidden", times: 1 } as const;
      simulator.faults.add({ ...fault, action: "DescribeVpnConnectionLogs" });
      return page.goto(pages.logs(REGION, "vco-alpha"));
    },
  },
  ...gatewayListViews(CONNECTIONS),
  {
    name: "an id that is not there",
    show: (page) => page.goto(pages.vpnGateway(REGION, "vpn-nothing")),
  },
  {
    name: "an id that no region has",
    show: (page) => page.goto(pages.go("cgw-nothing")),
  },
  {
    name: "a gateway whose names cannot be read",
    show: (page, simulator) => {
      setUp(simulator, CONNECTIONS);
      deny(simulator, ["DescribeVpnGateways", "DescribeCustomerGateways"]);
      return page.goto(pages.list(VPN_GATEWAY));
    },
  },
];

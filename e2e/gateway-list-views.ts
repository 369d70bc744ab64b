import type { Page } from "playwright/test";
import { deny } from "@/e2e/companion-pages";
import { REGION } from "@/e2e/fixtures";
import { setUp } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { pages } from "@/lib/vpn/hrefs";

/** Lists of gateways: in order, and where gateways may not be read. */
export const gatewayListViews = (connections: object[]) => [
  {
    name: "the list of VPN gateways of all regions",
    show: (page: Page) => page.goto(pages.gateways("vpnGateway", null, { pageSize: 5 })),
  },
  {
    name: "a list of customer gateways that cannot be read",
    show: (page: Page, simulator: Simulator) => {
      setUp(simulator, connections);
      deny(simulator, ["DescribeCustomerGateways"]);
      return page.goto(pages.gateways("customerGateway", REGION, { status: ["down"] }));
    },
  },
];

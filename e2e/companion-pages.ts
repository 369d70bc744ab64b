import { expect, type Page } from "playwright/test";
import { REGION } from "@/e2e/fixtures";
import { drawingOf } from "@/e2e/page-parts";
import { APART, CUSTOMER_GATEWAY, pair, PHASE_1_FAILED, UP, VPN_GATEWAY } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { pages } from "@/lib/vpn/hrefs";

export const VPN = "DescribeVpnGateways";
export const CUSTOMER = "DescribeCustomerGateways";

/** Each page, the call that tells what it is about, and what it is headed by with and without it. */
export const PAGES = [
  {
    name: "VPN gateway",
    address: pages.list(VPN_GATEWAY),
    own: VPN,
    id: "vpn-core",
    called: "vgw-core",
  },
  {
    name: "customer gateway",
    address: pages.list(CUSTOMER_GATEWAY),
    own: CUSTOMER,
    id: "cgw-works",
    called: "works-firewall",
  },
  {
    name: "connection",
    address: pages.vpnConnection(REGION, "vco-beta"),
    own: null,
    id: "vco-beta",
    called: "beta",
  },
] as const;

export const BETA = pair("beta", [UP, PHASE_1_FAILED], APART);

export const missing = (page: Page) =>
  page.getByRole("complementary", { name: "Some names and addresses are missing" });

export function deny(simulator: Simulator, actions: readonly string[]): void {
  for (const action of actions) {
    simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM" });
  }
}

/** What every page shows of the connection, whatever else cannot be read. */
export async function expectConnection(page: Page): Promise<void> {
  const drawing = drawingOf(page);
  await expect(drawing).toContainText("Tunnel 1 (active): established");
  await expect(drawing).toContainText("Tunnel 2 (standby): phase 1 failed");
  for (const id of ["vpn-core", "cgw-works", "cgw-office"]) {
    await expect(drawing.getByText(id).filter({ visible: true }).first()).toBeVisible();
  }
}

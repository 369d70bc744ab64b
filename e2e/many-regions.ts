import { expect, test as base } from "@/e2e/fixtures";
import { GATEWAY, OFFICE, single, UP, WORKS } from "@/e2e/wire";
import { type Simulator, startSimulator } from "@/lib/simulator/simulator";
import { pages } from "@/lib/vpn/hrefs";

/** Holds what a test puts there. */
export const LAST = { regionId: "ap-southeast-3", name: "Malaysia (Kuala Lumpur)" };

/** With twice as many regions as elsewhere: each search reads them all, and more would only take longer. */
export const test = base.extend<object, { simulator: Simulator }>({
  simulator: [
    async ({}, use) => {
      const simulator = await startSimulator({ regions: 16 });
      expect(simulator.regionIds.at(-1)).toBe(LAST.regionId);
      await use(simulator);
      await simulator.close();
    },
    { scope: "worker" },
  ],
});

let searches = 0;

/** What a search has found is remembered for minutes, so that each needs an id of its own. */
export function uniqueId(prefix: string): string {
  searches += 1;
  return `${prefix}-search${Date.now()}x${searches}`;
}

/** A kind of thing, how to put one into a region, and what its page is then headed by. */
export const KINDS = [
  {
    prefix: "vco",
    addressOf: pages.vpnConnection,
    heading: "found-connection",
    notHere: "No such connection in China (Beijing)",
    put: (simulator: Simulator, regionId: string, VpnConnectionId: string) =>
      simulator.setConnections(regionId, [single("found-connection", UP, { VpnConnectionId })]),
  },
  {
    prefix: "vpn",
    addressOf: pages.vpnGateway,
    heading: "vgw-core",
    notHere: "No such VPN gateway in China (Beijing)",
    put: (simulator: Simulator, regionId: string, VpnGatewayId: string) =>
      simulator.setVpnGateways(regionId, [{ ...GATEWAY, VpnGatewayId }]),
  },
  {
    prefix: "cgw",
    addressOf: pages.customerGateway,
    heading: "works-firewall",
    notHere: "No such customer gateway in China (Beijing)",
    put: (simulator: Simulator, regionId: string, CustomerGatewayId: string) =>
      simulator.setCustomerGateways(regionId, [OFFICE, { ...WORKS, CustomerGatewayId }]),
  },
] as const;

import { createCustomerGateways } from "./customer-gateways";
import { transitRouterConnection, vpnGatewayConnection } from "./dual-tunnel";
import type { Plan } from "./plan";
import type { Region } from "./regions";
import { singleTunnelConnection } from "./single-tunnel";
import type { Site } from "./site";
import { createVpnGateways } from "./vpn-gateways";
import type { CustomerGateway, VpnConnection, VpnGateway } from "./wire";

export type SimulatedRegion = {
  region: Region;
  connections: VpnConnection[];
  vpnGateways: VpnGateway[];
  customerGateways: CustomerGateway[];
};

export function buildRegion(site: Site, plans: readonly Plan[], cenId: string): SimulatedRegion {
  const vpnGateways = createVpnGateways(site);
  const customerGateways = createCustomerGateways(site);
  const transitRouter = { cenId, id: site.id("tr"), name: `tr-${site.region.short}-core` };
  const transitVpc = site.addresses.vpc();

  function build(plan: Plan): VpnConnection {
    if (plan.kind === "transit-router" || plan.kind === "unattached") {
      return transitRouterConnection(site, plan, transitVpc, transitRouter, customerGateways);
    }
    const create = plan.kind === "dual" ? vpnGatewayConnection : singleTunnelConnection;
    return create(site, plan, vpnGateways.forPlan(plan), customerGateways);
  }

  const connections = plans.map(build);
  return {
    region: site.region,
    connections,
    vpnGateways: vpnGateways.all,
    customerGateways: customerGateways.all,
  };
}

import type { Vpc } from "./addresses";
import { localAsn, subnets, tags } from "./connection-parts";
import type { CustomerGateways } from "./customer-gateways";
import type { Plan } from "./plan";
import type { Site } from "./site";
import { tunnelPair } from "./tunnels";
import type { VpnConnection } from "./wire";
import type { PlacedVpnGateway } from "./vpn-gateways";

export type TransitRouter = { cenId: string; id: string; name: string };

function dualTunnelConnection(
  site: Site,
  plan: Plan,
  vpc: Vpc,
  internetIps: readonly [string, string],
  customerGateways: CustomerGateways,
): Omit<VpnConnection, "State" | "AttachType" | "NetworkType"> {
  const { random } = site;
  const bgp = plan.bgp !== "none";
  const first = customerGateways.forConnection(plan.createTime, bgp);
  const second = random.chance(0.6) ? first : customerGateways.forConnection(plan.createTime, bgp);
  return {
    VpnConnectionId: site.id("vco"),
    Name: plan.name ?? site.names.connection(),
    // In dual-tunnel mode these four say nothing; the tunnels say it.
    CustomerGatewayId: "",
    Status: "",
    EnableDpd: false,
    EnableNatTraversal: false,
    ...subnets(site, plan, vpc),
    CreateTime: plan.createTime,
    EffectImmediately: random.chance(0.1),
    EnableTunnelsBgp: bgp,
    CrossAccountAuthorized: false,
    ResourceGroupId: random.pick(site.resourceGroupIds),
    TunnelOptionsSpecification: {
      TunnelOptions: tunnelPair(site, plan, {
        internetIps,
        customerGateways: [first, second],
        localAsn: localAsn(site),
      }),
    },
    ...tags(site),
  };
}

export function vpnGatewayConnection(
  site: Site,
  plan: Plan,
  { wire: gateway, vpc }: PlacedVpnGateway,
  customerGateways: CustomerGateways,
): VpnConnection {
  const internetIps = [
    gateway.InternetIp,
    gateway.DisasterRecoveryInternetIp ?? gateway.InternetIp,
  ] as const;
  return {
    ...dualTunnelConnection(site, plan, vpc, internetIps, customerGateways),
    VpnGatewayId: gateway.VpnGatewayId,
    State: site.random.chance(0.99) ? "active" : "updating",
    AttachType: "VPNGW",
    NetworkType: gateway.NetworkType,
  };
}

/** Belongs to a transit router of CEN, or to none yet; either way there is no VPN gateway. */
export function transitRouterConnection(
  site: Site,
  plan: Plan,
  vpc: Vpc,
  transitRouter: TransitRouter,
  customerGateways: CustomerGateways,
): VpnConnection {
  const { random, addresses } = site;
  const internetIps = [addresses.publicAddress(), addresses.publicAddress()] as const;
  const connection = dualTunnelConnection(site, plan, vpc, internetIps, customerGateways);
  if (plan.kind === "unattached") {
    return {
      ...connection,
      State: "init",
      AttachType: "NO_ASSOCIATED",
      AttachInstanceId: "",
      NetworkType: "public",
    };
  }
  return {
    ...connection,
    State: "attached",
    AttachType: "CEN",
    AttachInstanceId: transitRouter.cenId,
    NetworkType: random.chance(0.85) ? "public" : "private",
    CrossAccountAuthorized: random.chance(0.1),
    InternetIp: internetIps[0],
    Spec: "1000M",
    TransitRouterId: transitRouter.id,
    TransitRouterName: transitRouter.name,
    TunnelBandwidth: random.chance(0.8) ? "standard" : "large",
  };
}

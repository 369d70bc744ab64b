import type { Vpc } from "./addresses";
import type { Plan } from "./plan";
import type { Site } from "./site";
import type { VpnGateway } from "./wire";

export type PlacedVpnGateway = { wire: VpnGateway; vpc: Vpc };

type Family = "single" | "dual" | "shang-mi";

const day = 86_400_000;

function createVpnGateway(site: Site, family: Family): VpnGateway {
  const { random, addresses } = site;
  const dual = family === "dual";
  // Seen in 2026: gateways of the enhanced type come without Status and ChargeType.
  const enhanced = dual && random.chance(0.06);
  return {
    VpnGatewayId: site.id("vpn"),
    Name: site.names.vpnGateway(),
    Description: "",
    ...(enhanced
      ? {}
      : { Status: "active", ChargeType: random.chance(0.8) ? "PostpayByFlow" : "Prepay" }),
    BusinessStatus: "Normal",
    CreateTime: Infinity,
    VpcId: site.id("vpc"),
    VSwitchId: site.id("vsw"),
    InternetIp: addresses.publicAddress(),
    ...(dual
      ? {
          DisasterRecoveryVSwitchId: site.id("vsw"),
          DisasterRecoveryInternetIp: addresses.publicAddress(),
        }
      : {}),
    Spec: random.pick(["10M", "50M", "100M", "200M", "500M"]),
    IpsecVpn: "enable",
    SslVpn: "disable",
    SslMaxConnections: 5,
    NetworkType: random.chance(0.95) ? "public" : "private",
    VpnType: family === "shang-mi" ? "NationalStandard" : "Normal",
    GatewayType: enhanced ? "Enhanced.SiteToSite" : "Traditional",
    EnableBgp: false,
    AutoPropagate: random.chance(0.5),
    ResourceGroupId: random.pick(site.resourceGroupIds),
    Tag: JSON.stringify({ VpnEnableBgp: "true", VpnVersion: dual ? "v2.1.0" : "v1.2.4" }),
  };
}

/** Hands out gateways, about ten connections to each: Alibaba's quota, unless raised. */
export function createVpnGateways(site: Site) {
  const all: VpnGateway[] = [];
  const open = new Map<Family, PlacedVpnGateway & { left: number }>();

  function take(family: Family): PlacedVpnGateway {
    let current = open.get(family);
    if (!current || current.left === 0) {
      const left = site.random.integer(7, 12);
      current = { wire: createVpnGateway(site, family), vpc: site.addresses.vpc(), left };
      all.push(current.wire);
      open.set(family, current);
    }
    current.left -= 1;
    return current;
  }

  return {
    all,
    forPlan(plan: Plan): PlacedVpnGateway {
      const family =
        plan.kind === "single" || plan.kind === "shang-mi" ? plan.kind : ("dual" as const);
      const gateway = take(family);
      // A gateway is older than each of its connections.
      const age = site.random.integer(1, 20) * day;
      gateway.wire.CreateTime = Math.min(gateway.wire.CreateTime, plan.createTime - age);
      if (plan.bgp !== "none") gateway.wire.EnableBgp = true;
      return gateway;
    },
  };
}

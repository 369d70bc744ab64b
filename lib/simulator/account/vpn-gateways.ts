import type { Vpc } from "./addresses";
import { drawTags } from "./connection-parts";
import type { FixedGateway, Plan } from "./plan";
import type { Site } from "./site";
import type { VpnGateway } from "./wire";

export type PlacedVpnGateway = { wire: VpnGateway; vpc: Vpc };

type Family = "single" | "dual" | "shang-mi";

const day = 86_400_000;

/** Who paid in advance is told when that ends; who pays by use is not. */
function charge({ random, now }: Site, fixed?: FixedGateway) {
  const isPrepaid = fixed ? fixed.endsInDays !== undefined : random.chance(0.2);
  if (!isPrepaid) return { ChargeType: "PostpayByFlow" };
  const days = fixed?.endsInDays ?? random.integer(60, 700);
  return { ChargeType: "Prepay", EndTime: now + days * day };
}

/** Alibaba's docs: only a public gateway for dual-tunnel connections has an address just for SSL. */
function sslVpn({ random, addresses }: Site, dual: boolean, networkType: string, isOn: boolean) {
  const hasAddress = isOn && dual && networkType === "public";
  return {
    SslVpn: isOn ? "enable" : "disable",
    SslMaxConnections: isOn ? random.pick([10, 50, 200]) : 5,
    ...(hasAddress ? { SslVpnInternetIp: addresses.publicAddress() } : {}),
  };
}

/** What a gateway in two zones has of both. */
function secondZone(site: Site) {
  return {
    DisasterRecoveryVSwitchId: site.id("vsw"),
    DisasterRecoveryInternetIp: site.addresses.publicAddress(),
    EniInstanceIds: { EniInstanceId: [site.id("eni"), site.id("eni")] },
  };
}

function createVpnGateway(site: Site, family: Family, fixed?: FixedGateway): VpnGateway {
  const { random, addresses } = site;
  const dual = family === "dual";
  const enhanced = fixed ? fixed.isEnhanced === true : dual && random.chance(0.06);
  const networkType = fixed || random.chance(0.95) ? "public" : "private";
  const hasSslVpn = fixed ? fixed.hasSslVpn === true : !enhanced && random.chance(0.25);
  const tags = fixed?.tags ?? drawTags(site);
  return {
    VpnGatewayId: site.id("vpn"),
    Name: fixed?.name ?? site.names.vpnGateway(),
    Description: "",
    // Seen in 2026: gateways of the enhanced type come without Status and ChargeType.
    ...(enhanced ? {} : { Status: "active", ...charge(site, fixed) }),
    BusinessStatus: fixed?.isLocked ? "FinancialLocked" : "Normal",
    CreateTime: Infinity,
    VpcId: site.id("vpc"),
    VSwitchId: site.id("vsw"),
    InternetIp: addresses.publicAddress(),
    ...(dual ? secondZone(site) : {}),
    Spec: random.pick(["10M", "50M", "100M", "200M", "500M"]),
    IpsecVpn: "enable",
    ...sslVpn(site, dual, networkType, hasSslVpn),
    NetworkType: networkType,
    VpnType: family === "shang-mi" ? "NationalStandard" : "Normal",
    GatewayType: enhanced ? "Enhanced.SiteToSite" : "Traditional",
    EnableBgp: false,
    AutoPropagate: random.chance(0.5),
    ResourceGroupId: random.pick(site.resourceGroupIds),
    Tag: JSON.stringify({ VpnEnableBgp: "true", VpnVersion: dual ? "v2.1.0" : "v1.2.4" }),
    ...(tags.length === 0 ? {} : { Tags: { Tag: [...tags] } }),
  };
}

/** Hands out gateways, about ten connections to each: Alibaba's quota, unless raised. */
export function createVpnGateways(site: Site) {
  const all: VpnGateway[] = [];
  const open = new Map<Family | FixedGateway, PlacedVpnGateway & { left: number }>();

  function take(family: Family, fixed?: FixedGateway): PlacedVpnGateway {
    const key = fixed ?? family;
    let current = open.get(key);
    if (!current || current.left === 0) {
      const left = fixed ? Infinity : site.random.integer(7, 12);
      current = { wire: createVpnGateway(site, family, fixed), vpc: site.addresses.vpc(), left };
      all.push(current.wire);
      open.set(key, current);
    }
    current.left -= 1;
    return current;
  }

  return {
    all,
    forPlan(plan: Plan): PlacedVpnGateway {
      const family =
        plan.kind === "single" || plan.kind === "shang-mi" ? plan.kind : ("dual" as const);
      const gateway = take(family, plan.gateway);
      // A gateway is older than each of its connections.
      const age = site.random.integer(1, 20) * day;
      gateway.wire.CreateTime = Math.min(gateway.wire.CreateTime, plan.createTime - age);
      if (plan.bgp !== "none") gateway.wire.EnableBgp = true;
      return gateway;
    },
  };
}

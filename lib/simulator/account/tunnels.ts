import { ikeConfig, ipsecConfig } from "./connection-parts";
import type { Outcome, Plan } from "./plan";
import { drawDownStatus, drawNeverStatus, established } from "./sa-status";
import type { Site } from "./site";
import type { CustomerGateway, TunnelBgpConfig, TunnelOptions } from "./wire";

export type TunnelEnds = {
  internetIps: readonly [string, string];
  customerGateways: readonly [CustomerGateway, CustomerGateway];
  localAsn: number;
};

type SaState = "up" | "down" | "never";

/** Degraded is usually the standby that nobody looks at. */
function states(site: Site, outcome: Outcome): readonly [SaState, SaState] {
  if (outcome !== "degraded") return [outcome, outcome];
  return site.random.chance(0.7) ? ["up", "down"] : ["down", "up"];
}

function status(site: Site, plan: Plan, state: SaState): { Status?: string } {
  if (state === "never") return drawNeverStatus(site.random);
  if (state === "up") return { Status: established };
  return { Status: plan.status ?? drawDownStatus(site.random) };
}

function bgp(site: Site, plan: Plan, state: SaState, asns: [number, number]): TunnelBgpConfig {
  const broken = state === "down" || plan.bgp === "false";
  return {
    ...site.addresses.bgpLink(),
    LocalAsn: String(asns[0]),
    PeerAsn: String(asns[1]),
    // The word for a BGP session that is down is "false", a string.
    ...(state === "never" ? {} : { BgpStatus: broken ? "false" : "success" }),
  };
}

function isTransit({ kind }: Plan): boolean {
  return kind === "transit-router" || kind === "unattached";
}

function tunnel(site: Site, plan: Plan, ends: TunnelEnds, index: 0 | 1, state: SaState) {
  const { random, region } = site;
  const customerGateway = ends.customerGateways[index];
  const internetIp = ends.internetIps[index];
  const peers = { localId: internetIp, remoteId: customerGateway.IpAddress };
  const asns: [number, number] = [ends.localAsn, customerGateway.Asn ?? 65_000];
  const result: TunnelOptions = {
    TunnelId: site.id("tun"),
    Role: isTransit(plan) || index === 0 ? "master" : "slave",
    State: random.chance(0.995) ? "active" : "updating",
    ...status(site, plan, state),
    ZoneNo: `${region.id}-${index === 0 ? "h" : "i"}`,
    InternetIp: internetIp,
    CustomerGatewayId: customerGateway.CustomerGatewayId,
    EnableDpd: "true",
    EnableNatTraversal: random.chance(0.9) ? "true" : "false",
    TunnelIkeConfig: ikeConfig(site, plan, peers, "86400"),
    TunnelIpsecConfig: ipsecConfig(plan, "86400"),
  };
  if (isTransit(plan)) result.TunnelIndex = index + 1;
  if (plan.bgp !== "none") result.TunnelBgpConfig = bgp(site, plan, state, asns);
  return result;
}

/** Both tunnels of a transit router are active and told apart by their index. */
export function tunnelPair(site: Site, plan: Plan, ends: TunnelEnds): TunnelOptions[] {
  const [first, second] = states(site, plan.outcome);
  return [tunnel(site, plan, ends, 0, first), tunnel(site, plan, ends, 1, second)];
}

import type { Integrity } from "@/lib/vpn/peer-config/algorithms";
import { ENCRYPTION } from "@/lib/vpn/peer-config/juniper/ike";
import { LIFETIMES } from "@/lib/vpn/peer-config/juniper/lifetimes";
import { interfaceName, tunnelName } from "@/lib/vpn/peer-config/juniper/syntax";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  lifetimeIn,
  numberOf,
  routedSubnets,
  subnetPairs,
  TUNNEL_MSS,
  TUNNEL_MTU,
  setLines,
} from "@/lib/vpn/peer-config/vendor-parts";

/** sha384 and sha512 came later than the others, with releases that have `dh-group group24`. */
const HMAC: Record<Integrity, string> = {
  md5: "hmac-md5-96",
  sha1: "hmac-sha1-96",
  sha256: "hmac-sha-256-128",
  sha384: "hmac-sha-384",
  sha512: "hmac-sha-512",
};

export function ipsecLines(model: PeerModel): Lines[] {
  return [
    ...model.tunnels.map((tunnel) => [
      ...protectionLines(tunnelName(model, tunnel), tunnel),
      ...vpnLines(model, tunnel),
      ...interfaceLines(model, tunnel),
    ]),
    setLines("security flow tcp-mss ipsec-vpn", `mss ${TUNNEL_MSS}`),
  ];
}

function protectionLines(name: string, { ipsec }: PeerTunnel): Lines {
  const lifetime = lifetimeIn(ipsec.lifetimeSeconds, LIFETIMES.ipsec);
  return [
    ...setLines(
      `security ipsec proposal ${name}`,
      "protocol esp",
      `encryption-algorithm ${ENCRYPTION[ipsec.encryption]}`,
      `authentication-algorithm ${HMAC[ipsec.integrity]}`,
      lifetime === null ? null : `lifetime-seconds ${lifetime}`,
    ),
    ...setLines(
      `security ipsec policy ${name}`,
      ipsec.pfs && `perfect-forward-secrecy keys ${ipsec.pfs}`,
      `proposals ${name}`,
    ),
  ];
}

/** Without traffic selectors a tunnel interface negotiates 0.0.0.0/0. */
function vpnLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const name = tunnelName(model, tunnel);
  const selectors = model.isDestinationRouting ? [] : subnetPairs(model);
  return setLines(
    `security ipsec vpn ${name}`,
    `bind-interface ${interfaceName(tunnel)}`,
    `ike gateway ${name}`,
    `ike ipsec-policy ${name}`,
    selectors.flatMap(({ local, remote }, index) => [
      `traffic-selector ts${index + 1} local-ip ${local.cidr}`,
      `traffic-selector ts${index + 1} remote-ip ${remote.cidr}`,
    ]),
    "establish-tunnels immediately",
  );
}

function interfaceLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const { bgp } = tunnel;
  const hasIpv6 = [...model.localSubnets, ...model.remoteSubnets].some(({ isIpv6 }) => isIpv6);
  const address = bgp === null ? "" : ` address ${bgp.localAddress}/${bgp.prefixLength}`;
  return setLines(
    `interfaces st0 unit ${numberOf(tunnel)}`,
    `family inet mtu ${TUNNEL_MTU}`,
    bgp && `family inet${address}`,
    hasIpv6 ? `family inet6 mtu ${TUNNEL_MTU}` : null,
  );
}

/**
 * The lowest preference is preferred. Both are below 5, that of the routes which Junos inserts for traffic
 * selectors and which are the same for the tunnels of a pair.
 */
export function routeLines(model: PeerModel): Lines {
  const tunnels = model.tunnels.filter(({ bgp }) => bgp === null);
  return tunnels.flatMap((tunnel) =>
    routedSubnets(model).flatMap(({ cidr, isIpv6 }) =>
      setLines(
        isIpv6 ? "routing-options rib inet6.0 static" : "routing-options static",
        `route ${cidr} qualified-next-hop ${interfaceName(tunnel)} preference ${tunnel.rank + 1}`,
      ),
    ),
  );
}

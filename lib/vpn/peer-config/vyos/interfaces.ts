import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  INSIDE_INTERFACE,
  routedSubnets,
  TUNNEL_MSS,
  TUNNEL_MTU,
  setLines,
} from "@/lib/vpn/peer-config/vendor-parts";
import { interfaceName, quoted } from "@/lib/vpn/peer-config/vyos/syntax";

export function interfaceLines(model: PeerModel): Lines {
  return [
    // Routes into the tunnels are below, with a distance of their own.
    ...setLines("vpn ipsec options", "disable-route-autoinstall"),
    ...model.tunnels.flatMap((tunnel) =>
      setLines(`interfaces vti ${interfaceName(model, tunnel)}`, interfaceSettings(tunnel)),
    ),
  ];
}

/** Without an interface of the tunnel there is only that of the network to limit segments on. */
export function insideLines(): Lines {
  return [
    "# Where the inside interface is no Ethernet port, bonding or another type stands for ethernet.",
    ...setLines(`interfaces ethernet ${INSIDE_INTERFACE}`, `ip adjust-mss ${quoted(TUNNEL_MSS)}`),
  ];
}

function interfaceSettings({ bgp }: PeerTunnel): Lines {
  return [
    bgp && `address ${quoted(`${bgp.localAddress}/${bgp.prefixLength}`)}`,
    `mtu ${quoted(TUNNEL_MTU)}`,
    `ip adjust-mss ${quoted(TUNNEL_MSS)}`,
  ];
}

/** Of the tunnels without BGP; the lowest distance is preferred. */
export function routeLines(model: PeerModel): Lines {
  const tunnels = model.tunnels.filter(({ bgp }) => bgp === null);
  return tunnels.flatMap((tunnel) =>
    routedSubnets(model).flatMap(({ cidr, isIpv6 }) =>
      setLines(
        `protocols static route${isIpv6 ? "6" : ""} ${cidr}`,
        `interface ${interfaceName(model, tunnel)} distance ${quoted(tunnel.rank * 10)}`,
      ),
    ),
  );
}

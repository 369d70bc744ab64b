import { connectionNumber } from "@/lib/vpn/peer-config/connection-number";
import type { ConfigFile } from "@/lib/vpn/peer-config/generator";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { hashComments, textOf } from "@/lib/vpn/peer-config/text-blocks";
import { OUTSIDE_INTERFACE, routedSubnets } from "@/lib/vpn/peer-config/vendor-parts";

export function interfaceIdOf({ objectName }: PeerModel, { number }: PeerTunnel): number {
  return (connectionNumber(objectName, 9000) + 1000) * 10 + number;
}

export function interfaceOf(model: PeerModel, tunnel: PeerTunnel): string {
  return `ipsec${interfaceIdOf(model, tunnel)}`;
}

/** Linux takes the route with the lowest. */
export function metricOf({ rank }: PeerTunnel): string {
  return String(rank * 100);
}

export function routedSubnetsOf(model: PeerModel): string[] {
  return routedSubnets(model).map(({ cidr }) => cidr);
}

const routesName = ({ objectName }: PeerModel) => `${objectName}-routes.sh`;

export const routesPath = (model: PeerModel) => `/etc/swanctl/${routesName(model)}`;

/** https://docs.strongswan.org/docs/latest/features/routeBasedVpn.html, XFRM interfaces: Linux 4.19, iproute2 5.1. */
export function interfacesFile(model: PeerModel): ConfigFile {
  const lines = model.tunnels.flatMap((tunnel) => {
    const name = interfaceOf(model, tunnel);
    const { bgp, number } = tunnel;
    return [
      "",
      `# Tunnel ${number}`,
      `ip link show ${name} >/dev/null 2>&1 ||`,
      `  ip link add ${name} type xfrm dev ${OUTSIDE_INTERFACE} if_id ${interfaceIdOf(model, tunnel)}`,
      `ip link set ${name} mtu 1400 up`,
      bgp && `ip address replace ${bgp.localAddress}/${bgp.prefixLength} dev ${name}`,
    ];
  });
  const head = ["#!/bin/sh", ...hashComments(model.header)];
  const use =
    "# Run as root before the connections are loaded, and at each start of this host. A second run changes nothing.";
  return {
    name: `${model.objectName}-interfaces.sh`,
    text: textOf([...head, use, "set -eu", "sysctl -w net.ipv4.ip_forward=1", ...lines]),
  };
}

/** https://docs.strongswan.org/docs/latest/plugins/updown.html: what it is called with. */
export function routesFile(model: PeerModel): ConfigFile {
  const lines = [
    "#!/bin/sh",
    ...hashComments(model.header),
    `# Save as ${routesPath(model)} and make it executable. charon calls it with an interface, a metric and`,
    "# networks: routes lead into a tunnel only while it is up, and the lowest metric is preferred.",
    "set -u",
    "interface=$1 metric=$2",
    "shift 2",
    'for network in "$@"; do',
    '  case "$PLUTO_VERB" in',
    '    up-*) ip route replace "$network" dev "$interface" metric "$metric" ;;',
    '    down-*) ip route del "$network" dev "$interface" metric "$metric" ;;',
    "  esac",
    "done",
  ];
  return { name: routesName(model), text: textOf(lines) };
}

import { hasTwoLines } from "@/lib/vpn/peer-config/outside-interfaces";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Placeholder } from "@/lib/vpn/peer-config/said";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { nameOf, setLines } from "@/lib/vpn/peer-config/vendor-parts";
import { interfaceName, quoted } from "@/lib/vpn/peer-config/vyos/syntax";

/** A peer and its key for each tunnel. */
export function peerLines(model: PeerModel): Lines[] {
  return model.tunnels.map((tunnel) => {
    const name = nameOf(model, tunnel);
    const { local, remote, psk } = tunnel;
    return [
      ...setLines(
        `vpn ipsec authentication psk ${name}`,
        `id ${quoted(local.identity.value)}`,
        `id ${quoted(remote.identity.value)}`,
        `secret ${quoted(psk)}`,
      ),
      ...setLines(
        `vpn ipsec site-to-site peer ${name}`,
        `authentication mode ${quoted("pre-shared-secret")}`,
        `authentication local-id ${quoted(local.identity.value)}`,
        `authentication remote-id ${quoted(remote.identity.value)}`,
        `connection-type ${quoted("initiate")}`,
        `ike-group ${quoted(name)}`,
        `default-esp-group ${quoted(name)}`,
        `local-address ${quoted(localAddress(model, tunnel))}`,
        `remote-address ${quoted(remote.address)}`,
        selectorLines(model, tunnel),
      ),
    ];
  });
}

const sourceAddress = ({ number }: PeerTunnel) => `REPLACE-SOURCE-ADDRESS-${number}`;

export function placeholdersOfSources({ tunnels }: PeerModel): Placeholder[] {
  return tunnels.map((tunnel): Placeholder => {
    const values = { tunnel: tunnel.number, address: tunnel.local.address };
    return { name: sourceAddress(tunnel), meaning: "sourceAddress", values };
  });
}

/**
 * With one line whatever address the outside interface has, behind NAT too. With two, each tunnel leaves by its
 * own; behind NAT the API does not tell from which address of the device.
 */
function localAddress(model: PeerModel, tunnel: PeerTunnel): string {
  if (!hasTwoLines(model)) return "any";
  return tunnel.local.isBehindNat ? sourceAddress(tunnel) : tunnel.local.address;
}

/** A tunnel interface without a `tunnel` beside it negotiates 0.0.0.0/0 on both sides. */
function selectorLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const name = quoted(nameOf(model, tunnel));
  const { localSubnets, remoteSubnets, routing, isDestinationRouting } = model;
  return [
    ...(routing === "route"
      ? [`vti bind ${quoted(interfaceName(model, tunnel))}`, `vti esp-group ${name}`]
      : []),
    ...(isDestinationRouting
      ? []
      : [
          `tunnel 1 esp-group ${name}`,
          ...localSubnets.map(({ cidr }) => `tunnel 1 local prefix ${quoted(cidr)}`),
          ...remoteSubnets.map(({ cidr }) => `tunnel 1 remote prefix ${quoted(cidr)}`),
        ]),
  ];
}

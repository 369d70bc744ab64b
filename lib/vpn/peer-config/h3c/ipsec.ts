import { ENCRYPTION } from "@/lib/vpn/peer-config/h3c/ike";
import { LIFETIMES } from "@/lib/vpn/peer-config/h3c/lifetimes";
import { outsideInterface, outsideInterfaces } from "@/lib/vpn/peer-config/outside-interfaces";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  INSIDE_INTERFACE,
  lifetimeIn,
  mode,
  nameOf,
  numberOf,
  subnetPairs,
  TUNNEL_MSS,
  TUNNEL_MTU,
} from "@/lib/vpn/peer-config/vendor-parts";

/** An IPsec policy on the outside interface: a connection with CIDRs and one tunnel. */
export function policyLines(model: PeerModel): Lines[] {
  const { objectName, tunnels } = model;
  return [
    aclLines(model),
    ...tunnels.flatMap((tunnel) => [
      transformSetLines(model, tunnel),
      mode(
        `ipsec policy ${objectName} ${numberOf(model, tunnel)} isakmp`,
        "quit",
        `security acl name ${objectName}`,
        `remote-address ${tunnel.remote.address}`,
        protectionLines(model, tunnel),
      ),
    ]),
    ...outsideInterfaces(model).map((name) =>
      mode(`interface ${name}`, "quit", `ipsec apply policy ${objectName}`),
    ),
    mode(`interface ${INSIDE_INTERFACE}`, "quit", `tcp mss ${TUNNEL_MSS}`),
  ];
}

/** A tunnel interface for each tunnel, with 0.0.0.0/0 on both sides. */
export function tunnelLines(model: PeerModel): Lines[] {
  return model.tunnels.flatMap((tunnel) => [
    transformSetLines(model, tunnel),
    mode(`ipsec profile ${nameOf(model, tunnel)} isakmp`, "quit", protectionLines(model, tunnel)),
    mode(
      `interface Tunnel${numberOf(model, tunnel)} mode ipsec`,
      "quit",
      addressLine(model, tunnel),
      `mtu ${TUNNEL_MTU}`,
      `tcp mss ${TUNNEL_MSS}`,
      `source ${outsideInterface(model, tunnel)}`,
      `destination ${tunnel.remote.address}`,
      `tunnel protection ipsec profile ${nameOf(model, tunnel)}`,
    ),
  ]);
}

function addressLine(model: PeerModel, tunnel: PeerTunnel): string {
  const { bgp } = tunnel;
  return bgp === null
    ? `ip address unnumbered interface ${outsideInterface(model, tunnel)}`
    : `ip address ${bgp.localAddress} ${bgp.mask}`;
}

function transformSetLines(model: PeerModel, tunnel: PeerTunnel): string[] {
  const { encryption, integrity, pfs } = tunnel.ipsec;
  return mode(
    `ipsec transform-set ${nameOf(model, tunnel)}`,
    "quit",
    "encapsulation-mode tunnel",
    "protocol esp",
    `esp encryption-algorithm ${ENCRYPTION[encryption]}`,
    `esp authentication-algorithm ${integrity}`,
    pfs && `pfs dh-${pfs}`,
  );
}

/** The same words in an IPsec policy and in an IPsec profile. */
function protectionLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const name = nameOf(model, tunnel);
  const lifetime = lifetimeIn(tunnel.ipsec.lifetimeSeconds, LIFETIMES(tunnel).ipsec);
  return [
    `transform-set ${name}`,
    `${tunnel.ike.version === 1 ? "ike" : "ikev2"}-profile ${name}`,
    lifetime === null ? null : `sa duration time-based ${lifetime}`,
  ];
}

function aclLines(model: PeerModel): string[] {
  return mode(
    `acl advanced name ${model.objectName}`,
    "quit",
    subnetPairs(model).map(({ local, remote }, index) =>
      [
        `rule ${index * 5} permit ip`,
        `source ${local.network} ${local.wildcard}`,
        `destination ${remote.network} ${remote.wildcard}`,
      ].join(" "),
    ),
  );
}

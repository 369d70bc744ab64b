import { groupNumber } from "@/lib/vpn/peer-config/cisco/ike";
import { LIFETIMES } from "@/lib/vpn/peer-config/cisco/lifetimes";
import type { Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
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

const ENCRYPTION: Record<Encryption, string> = {
  des: "esp-des",
  "3des": "esp-3des",
  aes: "esp-aes",
  aes192: "esp-aes 192",
  aes256: "esp-aes 256",
};

const HMAC: Record<Integrity, string> = {
  md5: "esp-md5-hmac",
  sha1: "esp-sha-hmac",
  sha256: "esp-sha256-hmac",
  sha384: "esp-sha384-hmac",
  sha512: "esp-sha512-hmac",
};

/** A crypto map on the outside interface: a connection with CIDRs and one tunnel. */
export function policyLines(model: PeerModel): Lines[] {
  const { objectName, tunnels } = model;
  return [
    ...tunnels.map((tunnel) => transformSetLines(model, tunnel)),
    accessListLines(model),
    ...tunnels.map((tunnel) =>
      mode(
        `crypto map ${objectName} ${tunnel.number * 10} ipsec-isakmp`,
        "exit",
        `set peer ${tunnel.remote.address}`,
        protectionLines(model, tunnel),
        `match address ${objectName}`,
      ),
    ),
    ...outsideInterfaces(model).map((name) =>
      mode(`interface ${name}`, "exit", `crypto map ${objectName}`),
    ),
    mode(`interface ${INSIDE_INTERFACE}`, "exit", `ip tcp adjust-mss ${TUNNEL_MSS}`),
  ];
}

/**
 * A tunnel interface for each tunnel. Without the access list its selectors are "any any"
 * (https://www.cisco.com/c/en/us/support/docs/security-vpn/ipsec-negotiation-ike-protocols/214728-configure-multi-sa-virtual-tunnel-interf.html).
 */
export function tunnelLines(model: PeerModel): Lines[] {
  const { objectName, isDestinationRouting } = model;
  return [
    isDestinationRouting ? [] : accessListLines(model),
    ...model.tunnels.flatMap((tunnel) => [
      transformSetLines(model, tunnel),
      mode(`crypto ipsec profile ${nameOf(model, tunnel)}`, "exit", protectionLines(model, tunnel)),
      mode(
        `interface Tunnel${numberOf(model, tunnel)}`,
        "exit",
        `description ${nameOf(model, tunnel)}`,
        addressLine(model, tunnel),
        `ip mtu ${TUNNEL_MTU}`,
        `ip tcp adjust-mss ${TUNNEL_MSS}`,
        `tunnel source ${outsideInterface(model, tunnel)}`,
        "tunnel mode ipsec ipv4",
        `tunnel destination ${tunnel.remote.address}`,
        isDestinationRouting ? null : `tunnel protection ipsec policy ipv4 ${objectName}`,
        `tunnel protection ipsec profile ${nameOf(model, tunnel)}`,
      ),
    ]),
  ];
}

function addressLine(model: PeerModel, tunnel: PeerTunnel): string {
  const { bgp } = tunnel;
  return bgp === null
    ? `ip unnumbered ${outsideInterface(model, tunnel)}`
    : `ip address ${bgp.localAddress} ${bgp.mask}`;
}

function transformSetLines(model: PeerModel, tunnel: PeerTunnel): string[] {
  const { encryption, integrity } = tunnel.ipsec;
  const transforms = `${ENCRYPTION[encryption]} ${HMAC[integrity]}`;
  return mode(
    `crypto ipsec transform-set ${nameOf(model, tunnel)} ${transforms}`,
    "exit",
    "mode tunnel",
  );
}

/** The same words in a crypto map and in an IPsec profile. */
function protectionLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const { ike, ipsec } = tunnel;
  const name = nameOf(model, tunnel);
  const lifetime = lifetimeIn(ipsec.lifetimeSeconds, LIFETIMES(tunnel).ipsec);
  return [
    `set transform-set ${name}`,
    `set ${ike.version === 1 ? "isakmp" : "ikev2"}-profile ${name}`,
    ipsec.pfs === null ? null : `set pfs group${groupNumber(ipsec.pfs)}`,
    lifetime === null ? null : `set security-association lifetime seconds ${lifetime}`,
  ];
}

function accessListLines(model: PeerModel): string[] {
  return mode(
    `ip access-list extended ${model.objectName}`,
    "exit",
    subnetPairs(model).map(
      ({ local, remote }) =>
        `permit ip ${local.network} ${local.wildcard} ${remote.network} ${remote.wildcard}`,
    ),
  );
}

import type { ConfigFile } from "@/lib/vpn/peer-config/generator";
import type { PeerBgp, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Placeholder } from "@/lib/vpn/peer-config/said";
import { type Lines, textOf } from "@/lib/vpn/peer-config/text-blocks";

const ANNOUNCED = "REPLACE-ANNOUNCED-CIDR";

export const OF_BGP: Placeholder[] = [{ name: ANNOUNCED, meaning: "announcedSubnet", values: {} }];

type Session = { tunnel: PeerTunnel; bgp: PeerBgp };

/**
 * strongSwan speaks no BGP; FRRouting does, on the same host (https://docs.frrouting.org/en/latest/bgp.html).
 * Route maps stand for both directions, since it exchanges nothing with an external neighbour without them
 * (RFC 8212).
 */
export function frrFile(model: PeerModel): ConfigFile {
  const sessions = model.tunnels.flatMap((tunnel): Session[] =>
    tunnel.bgp === null ? [] : [{ tunnel, bgp: tunnel.bgp }],
  );
  const networks = model.isDestinationRouting
    ? [ANNOUNCED]
    : model.localSubnets.filter(({ isIpv6 }) => !isIpv6).map(({ cidr }) => cidr);
  const lines = [
    ...model.header.map((line) => `! ${line}`),
    `router bgp ${sessions[0]?.bgp.localAsn ?? ""}`,
    ...sessions.flatMap(neighborLines),
    " address-family ipv4 unicast",
    ...networks.map((cidr) => `  network ${cidr}`),
    ...sessions.flatMap(({ tunnel, bgp }) => [
      `  neighbor ${bgp.remoteAddress} activate`,
      `  neighbor ${bgp.remoteAddress} route-map ${mapOf(model, tunnel)} in`,
      `  neighbor ${bgp.remoteAddress} route-map ${model.objectName}-out out`,
    ]),
    " exit-address-family",
    "!",
    // The highest local preference is preferred (RFC 4271, section 9.1.2).
    ...sessions.flatMap(({ tunnel }) => [
      `route-map ${mapOf(model, tunnel)} permit 10`,
      ` set local-preference ${preferenceOf(tunnel)}`,
      "!",
    ]),
    ...networks.map((cidr) => `ip prefix-list ${model.objectName} permit ${cidr}`),
    `route-map ${model.objectName}-out permit 10`,
    ` match ip address prefix-list ${model.objectName}`,
  ];
  return { name: `${model.objectName}-frr.conf`, text: textOf(lines) };
}

function neighborLines({ bgp }: Session, _: number, [first]: Session[]): Lines {
  const { remoteAddress, remoteAsn, localAsn, key } = bgp;
  const isOther = first !== undefined && first.bgp.localAsn !== localAsn;
  return [
    ` neighbor ${remoteAddress} remote-as ${remoteAsn}`,
    isOther ? ` neighbor ${remoteAddress} local-as ${localAsn} no-prepend replace-as` : null,
    key && ` neighbor ${remoteAddress} password ${key}`,
  ];
}

const mapOf = ({ objectName }: PeerModel, { number }: PeerTunnel) => `${objectName}-in-${number}`;

const preferenceOf = ({ rank }: PeerTunnel) => 300 - rank * 100;

import type { ConfigFile } from "@/lib/vpn/peer-config/generator";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { type Lines, textOf } from "@/lib/vpn/peer-config/text-blocks";
import {
  announcedSubnets,
  localPreferenceOf,
  otherLocalAsn,
  type Session,
  sessionsOf,
} from "@/lib/vpn/peer-config/vendor-parts";

/**
 * strongSwan speaks no BGP; FRRouting does, on the same host (https://docs.frrouting.org/en/latest/bgp.html).
 * Route maps stand for both directions, since it exchanges nothing with an external neighbour without them
 * (RFC 8212).
 */
export function frrFile(model: PeerModel): ConfigFile {
  const sessions = sessionsOf(model);
  const networks = announcedSubnets(model).map(({ cidr }) => cidr);
  const lines = [
    ...model.header.map((line) => `! ${line}`),
    `router bgp ${sessions[0]?.bgp.localAsn ?? ""}`,
    ...sessions.flatMap((session) => neighborLines(model, session)),
    " address-family ipv4 unicast",
    ...networks.map((cidr) => `  network ${cidr}`),
    ...sessions.flatMap(({ tunnel, bgp }) => [
      `  neighbor ${bgp.remoteAddress} activate`,
      `  neighbor ${bgp.remoteAddress} route-map ${mapOf(model, tunnel)} in`,
      `  neighbor ${bgp.remoteAddress} route-map ${model.objectName}-out out`,
    ]),
    " exit-address-family",
    "!",
    ...sessions.flatMap(({ tunnel }) => [
      `route-map ${mapOf(model, tunnel)} permit 10`,
      ` set local-preference ${localPreferenceOf(tunnel)}`,
      "!",
    ]),
    ...networks.map((cidr) => `ip prefix-list ${model.objectName} permit ${cidr}`),
    `route-map ${model.objectName}-out permit 10`,
    ` match ip address prefix-list ${model.objectName}`,
  ];
  return { name: `${model.objectName}-frr.conf`, text: textOf(lines) };
}

function neighborLines(model: PeerModel, session: Session): Lines {
  const { remoteAddress, remoteAsn, key } = session.bgp;
  const otherAsn = otherLocalAsn(model, session);
  return [
    ` neighbor ${remoteAddress} remote-as ${remoteAsn}`,
    otherAsn && ` neighbor ${remoteAddress} local-as ${otherAsn} no-prepend replace-as`,
    // Else a tunnel that is cut would keep its routes for 180 seconds; the lower hold time of both ends holds (RFC 4271, 4.2).
    ` neighbor ${remoteAddress} timers 10 30`,
    key && ` neighbor ${remoteAddress} password ${key}`,
  ];
}

const mapOf = ({ objectName }: PeerModel, { number }: PeerTunnel) => `${objectName}-in-${number}`;

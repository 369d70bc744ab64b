import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  announcedSubnets,
  localPreferenceOf,
  nameOf,
  otherLocalAsn,
  type Session,
  sessionsOf,
  setLines,
} from "@/lib/vpn/peer-config/vendor-parts";
import { quoted } from "@/lib/vpn/peer-config/vyos/syntax";

/**
 * https://docs.vyos.io/en/latest/configuration/protocols/bgp.html. Nothing but the networks of this end is
 * announced, whatever else the device knows.
 */
export function bgpLines(model: PeerModel): Lines {
  const sessions = sessionsOf(model);
  const [first] = sessions;
  if (first === undefined) return [];
  return [
    ...sessions.flatMap(({ tunnel }) =>
      setLines(
        `policy route-map ${mapOf(model, tunnel)} rule 10`,
        `action ${quoted("permit")}`,
        `set local-preference ${quoted(localPreferenceOf(tunnel))}`,
      ),
    ),
    ...announcedSubnets(model).flatMap(({ cidr }, index) =>
      setLines(
        `policy prefix-list ${model.objectName} rule ${index + 1}`,
        `action ${quoted("permit")}`,
        `prefix ${quoted(cidr)}`,
      ),
    ),
    ...setLines(
      "protocols bgp",
      `system-as ${quoted(first.bgp.localAsn)}`,
      announcedSubnets(model).map(({ cidr }) => `address-family ipv4-unicast network ${cidr}`),
    ),
    ...sessions.flatMap((session) =>
      setLines(
        `protocols bgp neighbor ${session.bgp.remoteAddress}`,
        neighborLines(model, session),
      ),
    ),
  ];
}

function neighborLines(model: PeerModel, session: Session): Lines {
  const { tunnel, bgp } = session;
  const otherAsn = otherLocalAsn(model, session);
  return [
    `remote-as ${quoted(bgp.remoteAsn)}`,
    otherAsn === null ? null : `local-as ${otherAsn} no-prepend replace-as`,
    bgp.key === null ? null : `password ${quoted(bgp.key)}`,
    `address-family ipv4-unicast route-map import ${quoted(mapOf(model, tunnel))}`,
    `address-family ipv4-unicast prefix-list export ${quoted(model.objectName)}`,
  ];
}

const mapOf = (model: PeerModel, tunnel: PeerTunnel) => `${nameOf(model, tunnel)}-in`;

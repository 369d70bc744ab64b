import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  announcedSubnets,
  localPreferenceOf,
  mode,
  nameOf,
  numberOf,
  otherLocalAsn,
  routedSubnets,
  type Session,
  sessionsOf,
} from "@/lib/vpn/peer-config/vendor-parts";

/** Of the tunnels without BGP. The lowest distance is preferred; a tunnel that is down has none. */
export function routeLines(model: PeerModel): Lines {
  const tunnels = model.tunnels.filter(({ bgp }) => bgp === null);
  return tunnels.flatMap((tunnel) =>
    routedSubnets(model).map(
      ({ network, mask }) =>
        `ip route ${network} ${mask} Tunnel${numberOf(tunnel)} ${tunnel.rank * 10}`,
    ),
  );
}

/** Nothing but the networks of this end is announced, whatever else the device knows. */
export function bgpLines(model: PeerModel): Lines[] {
  const sessions = sessionsOf(model);
  const [first] = sessions;
  if (first === undefined) return [];
  return [
    ...sessions.map(({ tunnel }) =>
      mode(
        `route-map ${mapOf(model, tunnel)} permit 10`,
        "exit",
        `set local-preference ${localPreferenceOf(tunnel)}`,
      ),
    ),
    announcedSubnets(model).map(({ cidr }) => `ip prefix-list ${model.objectName} permit ${cidr}`),
    mode(
      `route-map ${model.objectName}-out permit 10`,
      "exit",
      `match ip address prefix-list ${model.objectName}`,
    ),
    mode(
      `router bgp ${first.bgp.localAsn}`,
      "exit",
      sessions.flatMap((session) => neighborLines(model, session)),
      mode(
        "address-family ipv4",
        "exit-address-family",
        announcedSubnets(model).map(({ network, mask }) => `network ${network} mask ${mask}`),
        sessions.flatMap(({ tunnel, bgp }) => [
          `neighbor ${bgp.remoteAddress} activate`,
          `neighbor ${bgp.remoteAddress} route-map ${mapOf(model, tunnel)} in`,
          `neighbor ${bgp.remoteAddress} route-map ${model.objectName}-out out`,
        ]),
      ),
    ),
  ];
}

function neighborLines(model: PeerModel, session: Session): Lines {
  const { remoteAddress, remoteAsn, key } = session.bgp;
  const otherAsn = otherLocalAsn(model, session);
  return [
    `neighbor ${remoteAddress} remote-as ${remoteAsn}`,
    otherAsn === null
      ? null
      : `neighbor ${remoteAddress} local-as ${otherAsn} no-prepend replace-as`,
    key === null ? null : `neighbor ${remoteAddress} password ${key}`,
  ];
}

const mapOf = (model: PeerModel, tunnel: PeerTunnel) => `${nameOf(model, tunnel)}-in`;

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

/** What a static route has without another word is 60; the lowest is preferred. */
const DEFAULT_PREFERENCE = 60;

/** Of the tunnels without BGP. */
export function routeLines(model: PeerModel): Lines {
  const tunnels = model.tunnels.filter(({ bgp }) => bgp === null);
  return tunnels.flatMap((tunnel) =>
    routedSubnets(model).map(
      ({ network, mask }) =>
        `ip route-static ${network} ${mask} Tunnel${numberOf(tunnel)} preference ${preferenceOf(tunnel)}`,
    ),
  );
}

const preferenceOf = ({ rank }: PeerTunnel) => DEFAULT_PREFERENCE + (rank - 1) * 10;

/** Nothing but the networks of this end is announced, whatever else the device knows. */
export function bgpLines(model: PeerModel): Lines[] {
  const sessions = sessionsOf(model);
  const [first] = sessions;
  if (first === undefined) return [];
  return [
    ...sessions.map(({ tunnel }) =>
      mode(
        `route-policy ${policyOf(model, tunnel)} permit node 10`,
        "quit",
        `apply local-preference ${localPreferenceOf(tunnel)}`,
      ),
    ),
    announcedSubnets(model).map(
      ({ network, prefixLength }) =>
        `ip prefix-list ${model.objectName} permit ${network} ${prefixLength}`,
    ),
    mode(
      `bgp ${first.bgp.localAsn}`,
      "quit",
      sessions.flatMap((session) => peerLines(model, session)),
      mode(
        "address-family ipv4 unicast",
        "quit",
        announcedSubnets(model).map(({ network, mask }) => `network ${network} ${mask}`),
        sessions.flatMap(({ tunnel, bgp }) => [
          `peer ${bgp.remoteAddress} enable`,
          `peer ${bgp.remoteAddress} route-policy ${policyOf(model, tunnel)} import`,
          `peer ${bgp.remoteAddress} prefix-list ${model.objectName} export`,
        ]),
      ),
    ),
  ];
}

function peerLines(model: PeerModel, session: Session): Lines {
  const { remoteAddress, remoteAsn, key } = session.bgp;
  const otherAsn = otherLocalAsn(model, session);
  return [
    `peer ${remoteAddress} as-number ${remoteAsn}`,
    otherAsn === null ? null : `peer ${remoteAddress} fake-as ${otherAsn}`,
    key === null ? null : `peer ${remoteAddress} password simple ${key}`,
  ];
}

const policyOf = (model: PeerModel, tunnel: PeerTunnel) => `${nameOf(model, tunnel)}-in`;

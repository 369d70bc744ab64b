import {
  config,
  edit,
  interfaceName,
  NEXT_NUMBER,
  quoted,
} from "@/lib/vpn/peer-config/fortigate/syntax";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  announcedSubnets,
  localPreferenceOf,
  otherLocalAsn,
  routedSubnets,
  type Session,
  sessionsOf,
} from "@/lib/vpn/peer-config/vendor-parts";

/** Addresses inside the tunnels, for BGP. */
export function interfaceLines(model: PeerModel): Lines {
  return config(
    "system interface",
    ...sessionsOf(model).map(({ tunnel, bgp }) =>
      edit(
        quoted(interfaceName(model, tunnel)),
        `set ip ${bgp.localAddress} 255.255.255.255`,
        `set remote-ip ${bgp.remoteAddress} ${bgp.mask}`,
      ),
    ),
  );
}

/** Of the tunnels without BGP; the lowest distance is preferred. */
export function routeLines(model: PeerModel): Lines {
  const tunnels = model.tunnels.filter(({ bgp }) => bgp === null);
  return [false, true].flatMap((isIpv6) => {
    const subnets = routedSubnets(model).filter((subnet) => subnet.isIpv6 === isIpv6);
    return config(
      `router static${isIpv6 ? "6" : ""}`,
      ...tunnels.flatMap((tunnel) =>
        subnets.map(({ cidr, network, mask }) =>
          edit(
            NEXT_NUMBER,
            `set dst ${isIpv6 ? cidr : `${network} ${mask}`}`,
            `set device ${quoted(interfaceName(model, tunnel))}`,
            `set distance ${tunnel.rank * 10}`,
          ),
        ),
      ),
    );
  });
}

/** Nothing but the networks of this end is announced, whatever else the device knows. */
export function bgpLines(model: PeerModel): Lines {
  const sessions = sessionsOf(model);
  const [first] = sessions;
  if (first === undefined) return [];
  return [
    ...config(
      "router route-map",
      ...sessions.map(({ tunnel }) =>
        edit(
          quoted(mapOf(model, tunnel)),
          config("rule", edit("1", `set set-local-preference ${localPreferenceOf(tunnel)}`)),
        ),
      ),
    ),
    ...config(
      "router prefix-list",
      edit(
        quoted(model.objectName),
        config(
          "rule",
          ...announcedSubnets(model).map(({ network, mask }, index) =>
            edit(String(index + 1), `set prefix ${network} ${mask}`, "unset ge", "unset le"),
          ),
        ),
      ),
    ),
    ...config(
      "router bgp",
      `set as ${first.bgp.localAsn}`,
      config("neighbor", ...sessions.map((session) => neighborLines(model, session))),
      config(
        "network",
        ...announcedSubnets(model).map(({ network, mask }) =>
          edit(NEXT_NUMBER, `set prefix ${network} ${mask}`),
        ),
      ),
    ),
  ];
}

function neighborLines(model: PeerModel, session: Session): string[] {
  const { tunnel, bgp } = session;
  const otherAsn = otherLocalAsn(model, session);
  return edit(
    quoted(bgp.remoteAddress),
    `set remote-as ${bgp.remoteAsn}`,
    otherAsn === null
      ? null
      : [
          `set local-as ${otherAsn}`,
          "set local-as-no-prepend enable",
          "set local-as-replace-as enable",
        ],
    bgp.key === null ? null : `set password ${quoted(bgp.key)}`,
    `set route-map-in ${quoted(mapOf(model, tunnel))}`,
    `set prefix-list-out ${quoted(model.objectName)}`,
  );
}

const mapOf = (model: PeerModel, tunnel: PeerTunnel) => `${interfaceName(model, tunnel)}-in`;

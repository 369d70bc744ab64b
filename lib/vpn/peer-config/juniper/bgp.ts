import { baseName, tunnelName } from "@/lib/vpn/peer-config/juniper/syntax";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  announcedSubnets,
  localPreferenceOf,
  otherLocalAsn,
  type Session,
  sessionsOf,
  setLines,
} from "@/lib/vpn/peer-config/vendor-parts";

export function bgpLines(model: PeerModel): Lines {
  const sessions = sessionsOf(model);
  const [first] = sessions;
  if (first === undefined) return [];
  const group = `protocols bgp group ${baseName(model)}`;
  const exported = `${baseName(model)}-export`;
  return [
    ...setLines("routing-options", `autonomous-system ${first.bgp.localAsn}`),
    ...sessions.flatMap(({ tunnel }) =>
      setLines(
        `policy-options policy-statement ${importOf(model, tunnel)}`,
        `then local-preference ${localPreferenceOf(tunnel)}`,
        "then accept",
      ),
    ),
    ...setLines(
      `policy-options policy-statement ${exported}`,
      announcedSubnets(model).map(({ cidr }) => `term local from route-filter ${cidr} orlonger`),
      "term local then accept",
      "term others then reject",
    ),
    ...setLines(group, "type external", `export ${exported}`),
    ...sessions.flatMap((session) =>
      setLines(`${group} neighbor ${session.bgp.remoteAddress}`, neighborLines(model, session)),
    ),
  ];
}

function neighborLines(model: PeerModel, session: Session): Lines {
  const { tunnel, bgp } = session;
  const otherAsn = otherLocalAsn(model, session);
  return [
    `peer-as ${bgp.remoteAsn}`,
    otherAsn === null ? null : `local-as ${otherAsn} no-prepend-global-as`,
    bgp.key === null ? null : `authentication-key "${bgp.key}"`,
    `import ${importOf(model, tunnel)}`,
  ];
}

const importOf = (model: PeerModel, tunnel: PeerTunnel) => `${tunnelName(model, tunnel)}-in`;

import type { Subnet } from "@/lib/vpn/peer-config/addresses";
import { baseName, interfaceName } from "@/lib/vpn/peer-config/juniper/syntax";
import { hasTwoLines, ofLine } from "@/lib/vpn/peer-config/outside-interfaces";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Placeholder } from "@/lib/vpn/peer-config/said";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { sessionsOf, setLines } from "@/lib/vpn/peer-config/vendor-parts";

const OUTSIDE_ZONE = "REPLACE-OUTSIDE-ZONE";
const INSIDE_ZONE = "REPLACE-INSIDE-ZONE";

export function placeholdersOfZones(model: PeerModel): Placeholder[] {
  const inside: Placeholder = { name: INSIDE_ZONE, meaning: "insideZone", values: {} };
  if (!hasTwoLines(model))
    return [{ name: OUTSIDE_ZONE, meaning: "outsideZone", values: {} }, inside];
  const outside = model.tunnels.map((tunnel): Placeholder => {
    const name = ofLine(model, tunnel, OUTSIDE_ZONE);
    return { name, meaning: "outsideZoneOfTunnel", values: { tunnel: tunnel.number } };
  });
  return [...outside, inside];
}

/**
 * IKE is let in, the tunnels get a zone of their own, and policies permit what is between the networks. IKE is
 * let in by the zone: what an interface has of its own replaces the zone's list, SSH of the administrator too.
 */
export function zoneLines(model: PeerModel): Lines {
  const zone = `${baseName(model)}-zone`;
  const local = sideOf(model, "local", model.localSubnets);
  const remote = sideOf(model, "alibaba", model.remoteSubnets);
  const hasBgp = sessionsOf(model).length > 0;
  return [
    ...[...new Set(model.tunnels.map((tunnel) => ofLine(model, tunnel, OUTSIDE_ZONE)))].flatMap(
      (name) =>
        setLines(
          `security zones security-zone ${name}`,
          "host-inbound-traffic system-services ike",
        ),
    ),
    ...setLines(
      `security zones security-zone ${zone}`,
      model.tunnels.map((tunnel) => `interfaces ${interfaceName(model, tunnel)}`),
      hasBgp ? "host-inbound-traffic protocols bgp" : null,
    ),
    ...setLines("security address-book global", [...local.objects, ...remote.objects]),
    ...policyLines(`${baseName(model)}-out`, [INSIDE_ZONE, zone], [local.names, remote.names]),
    ...policyLines(`${baseName(model)}-in`, [zone, INSIDE_ZONE], [remote.names, local.names]),
  ];
}

function policyLines(
  name: string,
  [from, to]: [string, string],
  [sources, destinations]: [string[], string[]],
): Lines {
  return setLines(
    `security policies from-zone ${from} to-zone ${to} policy ${name}`,
    sources.map((source) => `match source-address ${source}`),
    destinations.map((destination) => `match destination-address ${destination}`),
    "match application any",
    "then permit",
  );
}

function sideOf(model: PeerModel, side: string, subnets: Subnet[]) {
  if (model.isDestinationRouting) return { names: ["any"], objects: [] };
  const names = subnets.map((_, index) => `${baseName(model)}-${side}-${index + 1}`);
  const objects = subnets.map(({ cidr }, index) => `address ${names[index] ?? ""} ${cidr}`);
  return { names, objects };
}

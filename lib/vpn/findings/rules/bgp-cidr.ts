import { bgpInUse } from "@/lib/vpn/findings/bgp";
import type { Evidence, Finding } from "@/lib/vpn/findings/finding";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { NOTHING, portionsOf } from "@/lib/vpn/findings/portions";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Rule, RuleFinding } from "@/lib/vpn/findings/rule";
import { contains, type Network, networkOf } from "@/lib/vpn/networks";
import { keyOf } from "@/lib/vpn/prefix-map";
import type { VpnConnection } from "@/lib/vpn/types";

/** A tunnel with BGP: its number, its CIDR, and what tells the same CIDR at the same gateway. */
type Place = { connection: VpnConnection; tunnel: number; cidr: string; key: string };

/** CIDRs of BGP that two tunnels have, or that the addresses of BGP are not in. */
export const bgpCidrRule: Rule = {
  id: "bgp-cidr-duplicate",
  isOfSeveral: true,
  references: [DUAL_TUNNEL_CONNECTIONS],
  inTunnel({ bgp }) {
    if (bgp === null || bgp.tunnelCidr === null) return null;
    const { tunnelCidr, localBgpIp, peerBgpIp } = bgp;
    const network = networkOf(tunnelCidr);
    if (network === null) return null;
    const isLocalOutside = isOutside(network, localBgpIp);
    const isPeerOutside = isOutside(network, peerBgpIp);
    if (!isLocalOutside && !isPeerOutside) return null;
    const outside: Evidence[] = [];
    if (isLocalOutside) outside.push({ field: "bgpConfig.localBgpIp", value: localBgpIp ?? "" });
    if (isPeerOutside) outside.push({ field: "bgpConfig.peerBgpIp", value: peerBgpIp ?? "" });
    const addresses = outside.map(({ value }) => value).join(", ");
    return {
      severity: "high",
      evidence: [{ field: "bgpConfig.tunnelCidr", value: tunnelCidr }, ...outside],
      values: { kind: "outside", addresses, cidr: tunnelCidr, other: "", count: 0 },
    };
  },
  *inRegion({ vpnConnections }) {
    const first = new Map<string, Place>();
    const shared = new Map<string, Place[]>();
    yield* portionsOf(vpnConnections, (connection) => {
      for (const place of placesOf(connection)) {
        const other = first.get(place.key);
        if (other === undefined) first.set(place.key, place);
        else addTo(shared, place, other);
      }
      return NOTHING;
    });
    for (const group of shared.values()) {
      yield* portionsOf(group, (place) => [duplicate(place, group)]);
    }
  },
};

/** Hardly any CIDR is on two tunnels, so groups are made only then. */
function addTo(shared: Map<string, Place[]>, place: Place, first: Place): void {
  const group = shared.get(place.key);
  if (group === undefined) shared.set(place.key, [first, place]);
  else group.push(place);
}

function placesOf(connection: VpnConnection): Place[] {
  const { tunnels, vpnGatewayId, vpnConnectionId, enableTunnelsBgp } = connection;
  const places: Place[] = [];
  if (enableTunnelsBgp === false) return places;
  let number = 0;
  for (const tunnel of tunnels) {
    number += 1;
    const cidr = bgpInUse(connection, tunnel)?.tunnelCidr ?? null;
    const network = cidr === null ? null : networkOf(cidr);
    if (cidr === null || network === null) continue;
    const key = `${vpnGatewayId ?? vpnConnectionId} ${keyOf(network)}`;
    places.push({ connection, tunnel: number, cidr, key });
  }
  return places;
}

function duplicate(place: Place, group: Place[]): Finding {
  const { connection, tunnel, cidr } = place;
  const other = group.find((one) => one !== place)?.connection.vpnConnectionId ?? "";
  const finding: RuleFinding = {
    severity: "high",
    evidence: [
      { field: "bgpConfig.tunnelCidr", value: cidr },
      { field: "vpnConnectionId", value: other },
    ],
    values: { kind: "duplicate", addresses: "", cidr, other, count: group.length - 1 },
  };
  return onConnection("bgp-cidr-duplicate", connection, finding, tunnel);
}

/** Nothing is told of what cannot be read, or of an address of the other family. */
function isOutside(outer: Network, address: string | null): boolean {
  const inner = address === null ? null : networkOf(address);
  return inner !== null && inner.bytes.length === outer.bytes.length && !contains(outer, inner);
}

import { isEverything, type Subnet, subnetOf } from "@/lib/vpn/peer-config/addresses";
import { headerOf } from "@/lib/vpn/peer-config/header";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { modelNotes } from "@/lib/vpn/peer-config/model-notes";
import { PlaceholderList } from "@/lib/vpn/peer-config/placeholder-list";
import { placeholderSubnet, subnetPlaceholders } from "@/lib/vpn/peer-config/placeholder-subnet";
import { objectName } from "@/lib/vpn/peer-config/safe-text";
import type { Refusal } from "@/lib/vpn/peer-config/said";
import { readTunnel } from "@/lib/vpn/peer-config/read-tunnel";
import type { VpnTunnel } from "@/lib/vpn/types";

/** The connection from the other end, or why no device could be configured for it. */
export function buildModel(input: PeerConfigInput): PeerModel | { refusals: Refusal[] } {
  const { connection } = input;
  const placeholders = new PlaceholderList();
  const read = connection.tunnels.map((tunnel, index) =>
    readTunnel(tunnel, {
      number: index + 1,
      rank: rankOf(connection.tunnels, index),
      input,
      placeholders,
    }),
  );
  const refusals = read.flatMap((one) => ("refusals" in one ? one.refusals : []));
  const tunnels = read.filter((one): one is PeerTunnel => !("refusals" in one));
  const localSubnets = subnetsOf(connection.remoteSubnets, "LOCAL", placeholders);
  const remoteSubnets = subnetsOf(connection.localSubnets, "ALIBABA", placeholders);
  const hasIkev1 = tunnels.some(({ ike }) => ike.version === 1);
  // A quick mode of IKEv1 negotiates one pair of networks (RFC 2409, section 5.5).
  if (hasIkev1 && (localSubnets.length > 1 || remoteSubnets.length > 1)) {
    refusals.push({ refusal: "severalSubnets", values: {} });
  }
  const isDestinationRouting = [...localSubnets, ...remoteSubnets].every(isEverything);
  // Neighbours reach each other where the selectors hold their addresses, which are IPv4.
  const hasNeighbours = isDestinationRouting && subnetsHaveIpv4(localSubnets, remoteSubnets);
  if (!hasNeighbours && tunnels.some(({ bgp }) => bgp !== null)) {
    refusals.push({ refusal: "bgpSelectors", values: {} });
  }
  if (refusals.length > 0) return { refusals };
  const isPolicy = !isDestinationRouting && tunnels.length === 1 && tunnels[0]?.bgp === null;
  const model = {
    objectName: objectName(connection.vpnConnectionId),
    header: headerOf(input),
    routing: isPolicy ? ("policy" as const) : ("route" as const),
    localSubnets,
    remoteSubnets,
    isDestinationRouting,
    isImmediate: connection.effectImmediately === true,
    tunnels,
    placeholders: placeholders.all,
  };
  return { ...model, notes: modelNotes(model, connection) };
}

/** Active before standby, then by number. */
function rankOf(tunnels: VpnTunnel[], index: number): number {
  const order = tunnels
    .map(({ role }, at) => ({ at, isStandby: role === "slave" }))
    .toSorted((a, b) => Number(a.isStandby) - Number(b.isStandby) || a.at - b.at);
  return order.findIndex(({ at }) => at === index) + 1;
}

function subnetsHaveIpv4(...sides: Subnet[][]): boolean {
  return sides.every((subnets) => subnets.some(({ isIpv6 }) => !isIpv6));
}

/** All that are no CIDRs become one placeholder, and so does an empty list. */
function subnetsOf(
  cidrs: string[],
  side: "LOCAL" | "ALIBABA",
  placeholders: PlaceholderList,
): Subnet[] {
  const read = cidrs.map(subnetOf);
  const known = read.filter((one) => one !== null);
  const distinct = known.filter(
    (one, index) => known.findIndex(({ cidr }) => cidr === one.cidr) === index,
  );
  if (read.length > 0 && known.length === read.length) return distinct;
  const meaning = side === "LOCAL" ? "localSubnet" : "remoteSubnet";
  const unknown = placeholderSubnet(side, false);
  for (const { name, values } of subnetPlaceholders(unknown, meaning)) {
    placeholders.add(name, meaning, values);
  }
  return [...distinct, unknown];
}

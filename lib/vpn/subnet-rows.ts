import { isCatchAll } from "@/lib/vpn/cidrs";
import type { Subnet, SubnetCarrier, SubnetLookUp } from "@/lib/vpn/subnet-list";
import { containersOf } from "@/lib/vpn/subnet-map";
import { type Carrier, type MappedSubnet, OVERLAP } from "@/lib/vpn/subnet-types";

/** What a list says of a network, but for who carries it. */
export function rowOf(subnet: MappedSubnet, lookUp: SubnetLookUp | null): Omit<Subnet, "carriers"> {
  const { text, network, containsCount, overlap } = subnet;
  const { remote, local } = bySide(subnet);
  return {
    cidr: text,
    family: network.bytes.length === 4 ? "ipv4" : "ipv6",
    isCatchAll: isCatchAll(network),
    within: containersOf(subnet).map((one) => one.text),
    containsCount,
    remoteCount: remote.length,
    localCount: local.length,
    overlaps: overlapsOf(overlap),
    match: lookUp && matchOf(text, lookUp.cidr),
    longestMatchOf: (["remote", "local"] as const).filter((side) => lookUp?.[side] === text),
  };
}

function overlapsOf(overlap: number): Subnet["overlaps"] {
  const has = (bit: number) => (overlap & bit) !== 0;
  const { remoteRemote, remoteLocal, remoteRemoteOnGateway, remoteLocalOnGateway } = OVERLAP;
  return [
    { kind: "remote_remote" as const, is: remoteRemote, sameGateway: has(remoteRemoteOnGateway) },
    { kind: "remote_local" as const, is: remoteLocal, sameGateway: has(remoteLocalOnGateway) },
  ].flatMap(({ kind, is, sameGateway }) => (has(is) ? [{ kind, sameGateway }] : []));
}

/** Each of them, remote ones first. */
export function carriersOf(subnet: MappedSubnet, most = Infinity): SubnetCarrier[] {
  const { remote, local } = bySide(subnet);
  return [...remote, ...local].slice(0, most).map(carrierOf);
}

const isRemote = ({ side }: Carrier) => side === "remote";

function bySide({ carriers }: MappedSubnet) {
  return {
    remote: carriers.filter(isRemote),
    local: carriers.filter((carrier) => !isRemote(carrier)),
  };
}

export function carrierOf({ connection, side, subnet }: Carrier): SubnetCarrier {
  return {
    side,
    subnet,
    regionId: connection.regionId,
    vpnConnectionId: connection.vpnConnectionId,
    name: connection.name,
    vpnGatewayId: connection.vpnGatewayId,
    vpnGatewayName: connection.vpnGatewayName,
    transitRouterId: connection.transitRouterId,
    customerGatewayIds: connection.customerGatewayIds,
    verdict: connection.verdict,
  };
}

/** Networks that a look-up finds contain what is looked up, or are contained in it. */
function matchOf(cidr: string, wanted: string): Subnet["match"] {
  if (cidr === wanted) return "equal";
  return lengthOf(cidr) < lengthOf(wanted) ? "contains" : "inside";
}

const lengthOf = (cidr: string) => Number(cidr.slice(cidr.indexOf("/") + 1));

import { type Cidr, cidrsOf, isCatchAll } from "@/lib/vpn/findings/cidrs";
import type { Finding } from "@/lib/vpn/findings/finding";
import { byVpnGateway } from "@/lib/vpn/findings/groups";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { NOTHING, portionsOf } from "@/lib/vpn/findings/portions";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Portions, Rule, RuleFinding } from "@/lib/vpn/findings/rule";
import { contains } from "@/lib/vpn/networks";
import { createPrefixMap, keyOf, type PrefixMap } from "@/lib/vpn/prefix-map";
import type { VpnConnection } from "@/lib/vpn/types";

type Entry = { connection: VpnConnection; remote: Cidr };
type Overlap = { own: Cidr; other: Entry };

/** Others named at most; so many are looked for. */
const MOST_OTHERS = 10;

/** One network on both sides of a connection, or behind two connections of one gateway. */
export const subnetOverlapRule: Rule = {
  id: "subnet-overlap",
  isOfSeveral: true,
  references: [DUAL_TUNNEL_CONNECTIONS],
  inConnection: (connection) => onItsOwn(connection),
  *inRegion(region) {
    for (const connections of byVpnGateway(region)) {
      yield* between(connections);
    }
  },
};

function onItsOwn(connection: VpnConnection): RuleFinding | null {
  const cidrs = cidrsOf(connection);
  for (const remote of cidrs.remote) {
    for (const local of cidrs.local) {
      if (isCatchAll(local) || isCatchAll(remote) || !overlap(local, remote)) continue;
      const evidence = [
        { field: "localSubnets", value: local.text },
        { field: "remoteSubnets", value: remote.text },
      ];
      const values = { kind: "own", cidr: remote.text, otherCidr: local.text, other: "", count: 0 };
      return { severity: "medium", evidence, values };
    }
  }
  return null;
}

function overlap(one: Cidr, other: Cidr): boolean {
  return contains(one, other) || contains(other, one);
}

/** Connections by remote subnet, and under each by local subnet: both have to overlap. */
function* between(all: VpnConnection[]): Portions {
  const connections = withMeetingRemotes(all);
  if (connections.length === 0) return;
  const localLengths = lengthsOf(connections, "local");
  const byRemote = createPrefixMap(lengthsOf(connections, "remote"), () =>
    createPrefixMap(localLengths, (): Entry[] => []),
  );
  yield* portionsOf(connections, (connection) => {
    write(connection, byRemote);
    return NOTHING;
  });
  yield* portionsOf(connections, (connection) => overlapsOf(connection, byRemote));
}

/** The prefix lengths that there are. */
function lengthsOf(connections: VpnConnection[], side: "local" | "remote"): Set<number> {
  const lengths = new Set<number>();
  for (const connection of connections) {
    for (const { prefixLength } of cidrsOf(connection)[side]) lengths.add(prefixLength);
  }
  return lengths;
}

/** Those that have a remote subnet which overlaps one of another: at most gateways there are none. */
function withMeetingRemotes(connections: VpnConnection[]): VpnConnection[] {
  const remotes = connections.map((connection) => cidrsOf(connection).remote);
  const first = new Map<string | number, readonly Cidr[]>();
  const meeting = new Set<string | number>();
  const lengths = new Set<number>();
  for (const own of remotes) {
    for (const { key, prefixLength } of own) {
      const other = first.get(key);
      if (other === undefined) first.set(key, own);
      else if (other !== own) meeting.add(key);
      lengths.add(prefixLength);
    }
  }
  for (const own of remotes) {
    for (const remote of own) {
      for (const length of lengths) {
        if (length === 0 || length >= remote.prefixLength) continue;
        const around = keyOf(remote, length);
        const other = first.get(around);
        if (other !== undefined && other !== own) meeting.add(around).add(remote.key);
      }
    }
  }
  if (meeting.size === 0) return [];
  return connections.filter((connection) =>
    cidrsOf(connection).remote.some((remote) => !isCatchAll(remote) && meeting.has(remote.key)),
  );
}

type ByRemote = PrefixMap<PrefixMap<Entry[]>>;

/** A catch-all on the local side does meet the others, on the remote side it means everything else. */
function write(connection: VpnConnection, byRemote: ByRemote): void {
  for (const remote of cidrsOf(connection).remote) {
    if (isCatchAll(remote)) continue;
    for (const byLocal of byRemote.placesOf(remote)) {
      for (const local of cidrsOf(connection).local) {
        for (const entries of byLocal.placesOf(local)) entries.push({ connection, remote });
      }
    }
  }
}

function overlapsOf(connection: VpnConnection, byRemote: ByRemote): readonly Finding[] {
  const found = new Map<VpnConnection, Overlap>();
  for (const own of cidrsOf(connection).remote) {
    if (isCatchAll(own)) continue;
    for (const byLocal of byRemote.overlapping(own)) {
      for (const local of cidrsOf(connection).local) {
        for (const entries of byLocal.overlapping(local)) {
          addTo(found, connection, own, entries);
          if (found.size === MOST_OTHERS) return [findingOf(connection, [...found.values()])];
        }
      }
    }
  }
  return found.size === 0 ? NOTHING : [findingOf(connection, [...found.values()])];
}

function addTo(
  found: Map<VpnConnection, Overlap>,
  connection: VpnConnection,
  own: Cidr,
  entries: Entry[],
): void {
  for (const other of entries) {
    if (found.size === MOST_OTHERS) return;
    if (other.connection === connection || found.has(other.connection)) continue;
    found.set(other.connection, { own, other });
  }
}

/** Equal subnets may be meant; one inside another is more often a mistake, and told first. */
function findingOf(connection: VpnConnection, overlaps: Overlap[]): Finding {
  const isEqual = ({ own, other }: Overlap) => own.key === other.remote.key;
  const told = overlaps.find((one) => !isEqual(one)) ?? overlaps[0];
  const others = overlaps.map(({ other }) => other.connection.vpnConnectionId);
  return onConnection("subnet-overlap", connection, {
    severity: "medium",
    evidence: [
      { field: "remoteSubnets", value: told?.own.text ?? "" },
      ...others.map((value) => ({ field: "vpnConnectionId", value })),
    ],
    values: {
      kind: told === undefined || isEqual(told) ? "equal" : "overlap",
      cidr: told?.own.text ?? "",
      otherCidr: told?.other.remote.text ?? "",
      other: told?.other.connection.vpnConnectionId ?? "",
      count: overlaps.length,
    },
  });
}

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

/** A connection with those of its remote subnets that overlap another's. */
type Meeting = { connection: VpnConnection; local: readonly Cidr[]; remote: readonly Cidr[] };
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
function* between(connections: VpnConnection[]): Portions {
  const meeting = meetingOf(connections);
  if (meeting.length === 0) return;
  const localLengths = lengthsOf(meeting.map(({ local }) => local));
  const byRemote = createPrefixMap(lengthsOf(meeting.map(({ remote }) => remote)), () =>
    createPrefixMap(localLengths, (): Entry[] => []),
  );
  yield* portionsOf(meeting, (one) => {
    write(one, byRemote);
    return NOTHING;
  });
  yield* portionsOf(meeting, (one) => overlapsOf(one, byRemote));
}

/** The prefix lengths that there are. */
function lengthsOf(sides: (readonly Cidr[])[]): Set<number> {
  const lengths = new Set<number>();
  for (const side of sides) {
    for (const { prefixLength } of side) lengths.add(prefixLength);
  }
  return lengths;
}

/**
 * The remote subnets that overlap those of other connections, catch-alls left out: on the remote side they
 * mean everything else. At most gateways there are none.
 */
function meetingOf(connections: VpnConnection[]): Meeting[] {
  const remotes = connections.map((connection) => cidrsOf(connection).remote);
  const first = new Map<string | number, readonly Cidr[]>();
  const keys = new Set<string | number>();
  for (const own of remotes) {
    for (const { key } of own) {
      const other = first.get(key);
      if (other === undefined) first.set(key, own);
      else if (other !== own) keys.add(key);
    }
  }
  const lengths = lengthsOf(remotes);
  for (const own of remotes) {
    for (const remote of own) {
      for (const length of lengths) {
        if (length === 0 || length >= remote.prefixLength) continue;
        const around = keyOf(remote, length);
        const other = first.get(around);
        // What is its own may be another's as well.
        if (other === undefined || (other === own && !keys.has(around))) continue;
        keys.add(around).add(remote.key);
      }
    }
  }
  if (keys.size === 0) return [];
  return connections.flatMap((connection) => {
    const { local, remote } = cidrsOf(connection);
    const met = remote.filter((one) => !isCatchAll(one) && keys.has(one.key));
    return met.length === 0 ? [] : [{ connection, local, remote: met }];
  });
}

type ByRemote = PrefixMap<PrefixMap<Entry[]>>;

/** A catch-all on the local side does meet the others. */
function write({ connection, local, remote: remotes }: Meeting, byRemote: ByRemote): void {
  for (const remote of remotes) {
    for (const byLocal of byRemote.placesOf(remote)) {
      for (const one of local) {
        for (const entries of byLocal.placesOf(one)) entries.push({ connection, remote });
      }
    }
  }
}

function overlapsOf(
  { connection, local, remote }: Meeting,
  byRemote: ByRemote,
): readonly Finding[] {
  const found = new Map<VpnConnection, Overlap>();
  for (const own of remote) {
    for (const byLocal of byRemote.overlapping(own)) {
      for (const one of local) {
        for (const entries of byLocal.overlapping(one)) {
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

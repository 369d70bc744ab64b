import {
  COMPARED_OF_CONNECTION,
  COMPARED_OF_TUNNEL,
  type ComparedField,
  type FieldGroup,
} from "@/lib/vpn/compared-fields";
import type { Read } from "@/lib/vpn/gateways";
import type { Unusual } from "@/lib/vpn/usual-fields";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

export type Difference = {
  group: FieldGroup;
  /** By its name in the panels. */
  field: string;
  /** Which tunnels were compared: 1, 2; null for a field of the connection, and between tunnels of one. */
  tunnel: number | null;
  /** Identities, addresses, zones and states: they are never the same. */
  byNature: boolean;
  /** As text; null where it is not reported. Of secrets `true` or `false`: whether they are set. */
  values: [string | null, string | null];
};

type ComparedSubject = {
  regionId: string;
  vpnConnectionId: string;
  name: string;
  /** Of one of its tunnels: which. */
  tunnel: number | null;
};

export type Comparison = {
  of: "tunnels" | "connections";
  /** Two; one where a connection with a single tunnel is compared with nothing. */
  subjects: ComparedSubject[];
  differences: Difference[];
  /** How many settings, not counting those that differ by nature, were compared. */
  settingCount: number;
  /** Null where the user sees too few connections to tell. */
  usual: { connectionCount: number; isComplete: boolean; unusual: Unusual[] } | null;
  fetchedAt: number;
};

/** What is compared, and what comes of it. */
export type Compared = {
  connection: Read<VpnConnection>;
  /** Null where its own tunnels are compared. */
  other: Read<VpnConnection> | null;
  comparison: Comparison;
  /** Names and ids of connections that it may be compared with. */
  suggestions: string[];
};

/** Two connections, their tunnels side by side; or the tunnels of one. */
export function differencesOf(
  connection: VpnConnection,
  other: VpnConnection | null,
): Pick<Comparison, "of" | "subjects" | "differences" | "settingCount"> {
  if (other === null) return ofTunnels(connection);
  const pairs = tunnelPairs(connection, other);
  const all = [
    ...compare(COMPARED_OF_CONNECTION, [connection, other], null),
    ...pairs.flatMap((pair, index) => compare(COMPARED_OF_TUNNEL, pair, index + 1)),
  ];
  return {
    of: "connections",
    subjects: [subjectOf(connection, null), subjectOf(other, null)],
    ...summaryOf(all),
  };
}

function ofTunnels(connection: VpnConnection) {
  const [first, second] = connection.tunnels;
  const subjects = connection.tunnels
    .slice(0, 2)
    .map((_, index) => subjectOf(connection, index + 1));
  const isPair = first !== undefined && second !== undefined;
  const all = isPair ? compare(COMPARED_OF_TUNNEL, [first, second], null) : [];
  return { of: "tunnels" as const, subjects, ...summaryOf(all) };
}

/** Those that both have, by their numbers. */
export function tunnelPairs(one: VpnConnection, other: VpnConnection): [VpnTunnel, VpnTunnel][] {
  return one.tunnels.flatMap((tunnel, index): [VpnTunnel, VpnTunnel][] => {
    const its = other.tunnels[index];
    return its === undefined ? [] : [[tunnel, its]];
  });
}

function subjectOf(connection: VpnConnection, tunnel: number | null): ComparedSubject {
  const { regionId, vpnConnectionId, name } = connection;
  return { regionId, vpnConnectionId, name, tunnel };
}

function compare<Subject>(
  fields: ComparedField<Subject>[],
  [one, other]: [Subject, Subject],
  tunnel: number | null,
): Difference[] {
  return fields.map(({ group, field, byNature, read }) => ({
    group,
    field,
    tunnel,
    byNature,
    values: [read(one), read(other)],
  }));
}

function summaryOf(all: Difference[]) {
  const reported = all.filter(({ values }) => values.some((value) => value !== null));
  return {
    differences: reported.filter(({ values: [one, other] }) => !isSame(one, other)),
    settingCount: reported.filter(({ byNature }) => !byNature).length,
  };
}

/** The API spells words in any case. */
function isSame(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

import {
  COMPARED_OF_CONNECTION,
  COMPARED_OF_TUNNEL,
  type ComparedField,
  type FieldGroup,
} from "@/lib/vpn/compared-fields";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** With fewer nothing is usual. */
export const MIN_CONNECTIONS = 10;
/** What so many of those that report a field have in common is usual. */
const SHARE = 0.9;

/** What most connections have. */
type UsualValue = {
  value: string;
  /** How many of those that report the field have it, in all of their tunnels. */
  count: number;
  reportedCount: number;
};

export type UsualFields = { connectionCount: number; values: Map<string, UsualValue> };

/** A setting in which a connection differs from what is usual. */
export type Unusual = UsualValue & {
  group: FieldGroup;
  /** By its name in the panels. */
  field: string;
  /** Which tunnel; null where all of them have it, or it is of the connection. */
  tunnel: number | null;
  own: string;
};

/** Connections between two yields. */
const PORTION = 20;

/** What is set alike in nine tenths of these connections, with a yield after each portion of the work. */
export function* findUsual(connections: readonly VpnConnection[]): Generator<void, UsualFields> {
  const tallies = new Map<string, Tally>();
  for (const [index, connection] of connections.entries()) {
    for (const { key, values } of settingsOf(connection)) {
      const tally = tallies.get(key) ?? { reportedCount: 0, counts: new Map() };
      tallies.set(key, tally);
      count(tally, values);
    }
    if (index % PORTION === 0) yield;
  }
  const values = new Map<string, UsualValue>();
  for (const [key, tally] of tallies) {
    const usual = usualOf(tally);
    if (usual !== null) values.set(key, usual);
  }
  return { connectionCount: connections.length, values };
}

type Tally = { reportedCount: number; counts: Map<string, number> };

function count(tally: Tally, values: (string | null)[]): void {
  const [value, another] = new Set(values.flatMap((one) => one?.toLowerCase() ?? []));
  // What is not reported is neither like the others nor unlike them.
  if (value === undefined) return;
  tally.reportedCount += 1;
  if (another === undefined) tally.counts.set(value, (tally.counts.get(value) ?? 0) + 1);
}

function usualOf({ reportedCount, counts }: Tally): UsualValue | null {
  if (reportedCount < MIN_CONNECTIONS) return null;
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (most === undefined || most[1] < SHARE * reportedCount) return null;
  const [value, found] = most;
  return { value, count: found, reportedCount };
}

/** In what a connection differs from what is usual; null where there are too few to tell. */
export function unusualOf(connection: VpnConnection, usual: UsualFields): Unusual[] | null {
  if (usual.connectionCount < MIN_CONNECTIONS) return null;
  return settingsOf(connection).flatMap(({ key, group, field, values }) => {
    const known = usual.values.get(key);
    if (known === undefined) return [];
    const differing = values.flatMap((own, index) =>
      own !== null && own.toLowerCase() !== known.value ? [{ own, tunnel: index + 1 }] : [],
    );
    const [first] = differing;
    const isOfAll =
      differing.length === values.length && new Set(differing.map((one) => one.own)).size === 1;
    const told = isOfAll && first !== undefined ? [{ own: first.own, tunnel: null }] : differing;
    const { value, count: found, reportedCount } = known;
    return told.map(({ own, tunnel }) => ({
      group,
      field,
      tunnel,
      own,
      value,
      count: found,
      reportedCount,
    }));
  });
}

/** Each with its value, or with that of each tunnel. */
type Setting = { key: string; group: FieldGroup; field: string; values: (string | null)[] };

function settingsOf(connection: VpnConnection): Setting[] {
  const { tunnels } = connection;
  return [
    ...OF_CONNECTION.map((one) => settingOf(one, [one.read(connection)])),
    ...OF_TUNNEL.map((one) =>
      settingOf(
        one,
        tunnels.map((tunnel) => valueIn(one, tunnel)),
      ),
    ),
  ];
}

function settingOf<Subject>(
  { group, field }: ComparedField<Subject>,
  values: (string | null)[],
): Setting {
  return { key: `${group}.${field}`, group, field, values };
}

const OF_CONNECTION = COMPARED_OF_CONNECTION.filter(({ byNature }) => !byNature);
const OF_TUNNEL = COMPARED_OF_TUNNEL.filter(({ byNature }) => !byNature);

/** IKEv2 knows no modes, whatever the API says (RFC 7296). */
function valueIn({ field, read }: ComparedField<VpnTunnel>, tunnel: VpnTunnel): string | null {
  if (field === "ikeMode" && tunnel.ikeConfig.ikeVersion?.toLowerCase() === "ikev2") return null;
  return read(tunnel);
}

import { contains, type Network, networkOf } from "@/lib/vpn/networks";
import { forEachSearchEntry } from "@/lib/vpn/search-entries";
import type { MatchField, SearchMatch, VpnConnection } from "@/lib/vpn/types";

export type Search = {
  /** How well a connection matches: less is better, null is not at all. */
  rankOf: (connection: VpnConnection) => number | null;
  /** What of the connection matches best; null where nothing does. */
  matchOf: (connection: VpnConnection) => SearchMatch | null;
};

/** Exact ids and names first, then networks by the length of their prefix, then the rest of the text. */
const RANK = { exactName: 0, exact: 1, network: 10, start: 200, within: 300, catchAll: 1_000 };
const MAX_PREFIX = 128;

/** Prepared once for each connection, since a region's snapshot is searched many times. */
type Prepared = {
  /** The values of the entries, folded, a line each. */
  lines: string;
  /** The field of each line. */
  fields: MatchField[];
  networks?: Network[];
};
const prepared = new WeakMap<VpnConnection, Prepared>();

/** Looks for what was typed; an address or a CIDR also finds the subnets that contain it. */
export function createSearch(typed: string): Search {
  const wanted = readable(typed);
  const network = networkOf(wanted);
  return {
    rankOf(connection) {
      if (wanted === "") return RANK.within;
      const known = prepare(connection);
      let rank = network === null ? null : rankOfNetworks(networksOf(connection), network);
      for (const { field, text } of linesWith(wanted, known)) {
        rank = better(rank, rankOfText(wanted, network, field, text));
      }
      return rank;
    },
    matchOf(connection) {
      let match: SearchMatch | null = null;
      let bestRank = Infinity;
      forEachSearchEntry(connection, (field, value) => {
        const ofText = rankOfText(wanted, network, field, fold(value));
        const ofNetwork = network === null ? null : rankOfSubnet(field, value, network);
        const rank = better(ofText, ofNetwork) ?? Infinity;
        if (rank >= bestRank) return;
        bestRank = rank;
        match = { field, value, isCatchAll: rank >= RANK.catchAll };
      });
      return match;
    },
  };
}

/** Whoever has the time may do this before it is needed. */
export function prepareForSearch(connection: VpnConnection): void {
  prepare(connection);
  networksOf(connection);
}

function prepare(connection: VpnConnection): Prepared {
  const known = prepared.get(connection);
  if (known !== undefined) return known;
  const values: string[] = [];
  const fields: MatchField[] = [];
  forEachSearchEntry(connection, (field, value) => {
    values.push(value.includes("\n") ? value.replaceAll("\n", " ") : value);
    fields.push(field);
  });
  const fresh: Prepared = { lines: fold(values.join("\n")), fields };
  prepared.set(connection, fresh);
  return fresh;
}

function networksOf(connection: VpnConnection): Network[] {
  const known = prepare(connection);
  const { localSubnets, remoteSubnets } = connection;
  known.networks ??= [...localSubnets, ...remoteSubnets]
    .map(networkOf)
    .filter((network) => network !== null);
  return known.networks;
}

function rankOfNetworks(networks: Network[], wanted: Network): number | null {
  return networks.map((network) => rankOfNetwork(network, wanted)).reduce(better, null);
}

function rankOfNetwork(network: Network, wanted: Network): number | null {
  if (!contains(network, wanted)) return null;
  const { prefixLength } = network;
  return prefixLength === 0 ? RANK.catchAll : RANK.network + MAX_PREFIX - prefixLength;
}

const SUBNETS = new Set<MatchField>(["localSubnet", "remoteSubnet"]);

function rankOfSubnet(field: MatchField, value: string, wanted: Network): number | null {
  const network = SUBNETS.has(field) ? networkOf(value) : null;
  return network === null ? null : rankOfNetwork(network, wanted);
}

const NAMES = new Set<MatchField>([
  "vpnConnectionId",
  "name",
  "vpnGatewayId",
  "vpnGatewayName",
  "customerGatewayId",
  "customerGatewayName",
]);

/** The lines that hold what is wanted, however often. */
function* linesWith(wanted: string, { lines, fields }: Prepared) {
  let index = 0;
  let counted = 0;
  let at = lines.indexOf(wanted);
  while (at !== -1) {
    const start = lines.lastIndexOf("\n", at) + 1;
    const end = lines.indexOf("\n", at);
    for (; counted < start; counted = lines.indexOf("\n", counted) + 1) index += 1;
    const text = lines.slice(start, end === -1 ? undefined : end);
    const field = fields[index];
    if (field !== undefined) yield { field, text };
    at = end === -1 ? -1 : lines.indexOf(wanted, end);
  }
}

function rankOfText(
  wanted: string,
  network: Network | null,
  field: MatchField,
  text: string,
): number | null {
  if (text === wanted) return NAMES.has(field) ? RANK.exactName : RANK.exact;
  const at = text.indexOf(wanted);
  if (at === -1 || !isWhole(wanted, network, field, text)) return null;
  return at === 0 ? RANK.start : RANK.within;
}

/**
 * `10.1.1.1` is in `to-10.1.1.1`, and in neither `210.1.1.1` nor `10.1.1.10`; the algorithm `group2` is
 * not in `group24`.
 */
function isWhole(wanted: string, network: Network | null, field: MatchField, text: string) {
  if (network !== null) return standsAlone(wanted, text);
  return field !== "algorithm" || (text.startsWith(wanted) && !/\d$/.test(wanted));
}

function standsAlone(address: string, text: string): boolean {
  const [before, after] = address.includes(":")
    ? [/[\da-f:]$/, /^[\da-f:]/]
    : [/(\d|\d\.)$/, /^(\d|\.\d)/];
  for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
    const rest = text.slice(at + address.length);
    if (!before.test(text.slice(0, at)) && !after.test(rest)) return true;
  }
  return false;
}

/**
 * As a dual-stack socket logs an address, as a Chinese keyboard may type its dots, and as people write a
 * Diffie-Hellman group.
 */
function readable(typed: string): string {
  return fold(typed)
    .trim()
    .replaceAll("。", ".")
    .replace(/^::ffff:(?=\d+\.)/, "")
    .replace(/^group (\d+)$/, "group$1");
}

/** Neither case nor width matters: full-width digits are digits. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function better(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

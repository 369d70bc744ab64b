import { type Network, networkOf } from "@/lib/vpn/networks";
import { forEachSearchEntry } from "@/lib/vpn/search-entries";
import type { MatchField, SearchMatch } from "@/lib/vpn/search-match";
import {
  better,
  NETWORK_FIELDS,
  RANK,
  rankOfEntry,
  rankOfNetworks,
  rankOfText,
} from "@/lib/vpn/search-rank";
import type { VpnConnection } from "@/lib/vpn/types";

export type Search = {
  /** How well a connection matches: less is better, null is not at all. */
  rankOf: (connection: VpnConnection) => number | null;
  /** What of the connection matches best; null where nothing does. */
  matchOf: (connection: VpnConnection) => SearchMatch | null;
};

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
        const ofNetwork = network === null ? null : rankOfEntry(field, value, network);
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
  if (known.networks !== undefined) return known.networks;
  const networks: Network[] = [];
  forEachSearchEntry(connection, (field, value) => {
    const network = NETWORK_FIELDS.has(field) ? networkOf(value) : null;
    if (network !== null) networks.push(network);
  });
  known.networks = networks;
  return networks;
}

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

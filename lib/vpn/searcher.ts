import { type Network, networkOf } from "@/lib/vpn/networks";
import type { MatchField, SearchMatch } from "@/lib/vpn/search-match";
import {
  better,
  NETWORK_FIELDS,
  RANK,
  rankOfEntry,
  rankOfNetworks,
  rankOfText,
} from "@/lib/vpn/search-rank";

export type Search<Thing> = {
  /** How well a thing matches: less is better, null is not at all. */
  rankOf: (thing: Thing) => number | null;
  /** What of the thing matches best; null where nothing does. */
  matchOf: (thing: Thing) => SearchMatch | null;
};

export type Searcher<Thing> = {
  /** Looks for what was typed; an address or a CIDR also finds the networks that contain it. */
  createSearch: (typed: string) => Search<Thing>;
  /** Whoever has the time may do this before it is needed. */
  prepareForSearch: (thing: Thing) => void;
};

/** Tells everything that a thing can be found by, ids and names first. */
export type ForEachEntry<Thing> = (
  thing: Thing,
  take: (field: MatchField, value: string) => void,
) => void;

/** Prepared once for each thing, since a region's snapshot is searched many times. */
type Prepared = {
  /** The values of the entries, folded, a line each. */
  lines: string;
  /** The field of each line. */
  fields: MatchField[];
  networks?: Network[];
};

export function searcherOf<Thing extends object>(
  forEachEntry: ForEachEntry<Thing>,
): Searcher<Thing> {
  const prepared = new WeakMap<Thing, Prepared>();

  function prepare(thing: Thing): Prepared {
    const known = prepared.get(thing);
    if (known !== undefined) return known;
    const values: string[] = [];
    const fields: MatchField[] = [];
    forEachEntry(thing, (field, value) => {
      values.push(value.includes("\n") ? value.replaceAll("\n", " ") : value);
      fields.push(field);
    });
    const fresh: Prepared = { lines: fold(values.join("\n")), fields };
    prepared.set(thing, fresh);
    return fresh;
  }

  function networksOf(thing: Thing): Network[] {
    const known = prepare(thing);
    if (known.networks !== undefined) return known.networks;
    const networks: Network[] = [];
    forEachEntry(thing, (field, value) => {
      const network = NETWORK_FIELDS.has(field) ? networkOf(value) : null;
      if (network !== null) networks.push(network);
    });
    known.networks = networks;
    return networks;
  }

  function createSearch(typed: string): Search<Thing> {
    const wanted = readable(typed);
    const network = networkOf(wanted);
    return {
      rankOf(thing) {
        if (wanted === "") return RANK.within;
        const known = prepare(thing);
        let rank = network === null ? null : rankOfNetworks(networksOf(thing), network);
        for (const { field, text } of linesWith(wanted, known)) {
          rank = better(rank, rankOfText(wanted, network, field, text));
        }
        return rank;
      },
      matchOf(thing) {
        let match: SearchMatch | null = null;
        let bestRank = Infinity;
        forEachEntry(thing, (field, value) => {
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

  return {
    createSearch,
    prepareForSearch(thing) {
      prepare(thing);
      networksOf(thing);
    },
  };
}

/** What a search finds, best first; equal ones keep their order. */
export function ranked<Thing>(things: Thing[], { rankOf }: Search<Thing>): Thing[] {
  return things
    .map((thing) => ({ thing, rank: rankOf(thing) }))
    .filter((one): one is { thing: Thing; rank: number } => one.rank !== null)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing);
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
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

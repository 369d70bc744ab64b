import { type ListParameters, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { prepareForSearch } from "@/lib/vpn/search";
import { selectPage } from "@/lib/vpn/select-page";
import type { ReadConnections } from "@/lib/vpn/snapshot";
import { SORT_FIELDS } from "@/lib/vpn/sort-fields";
import type { VpnConnection } from "@/lib/vpn/types";
import { allConnections } from "@/scripts/bench/all-connections";
import { atMost, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

const MOST_MS = 20;

/** What is asked; the whole answer is made each time: found, put in order, counted, one page cut out. */
const QUESTIONS: [string, Partial<ListParameters>][] = [
  ["search for an address", { q: "10.3.7.9" }],
  ["search for a word", { q: "backup" }],
  ["filter by status", { status: ["down"] }],
  ["filter by status and put in order", { status: ["down"], sort: "-name" }],
  ...SORT_FIELDS.map((sort): [string, Partial<ListParameters>] => [
    `order of all by ${sort}`,
    { sort },
  ]),
  ["search, filter and order together", { q: "10.3.7.9", status: ["up"], sort: "verdict" }],
];

/** Search, filter and sort as functions, over 10,000 connections as the server holds them. */
export async function functions({ quick }: Settings): Promise<Section> {
  const runs = quick ? 3 : 30;
  const connections = await allConnections();
  const held = regionOf(connections);
  const figures = QUESTIONS.map(([what, question]) => {
    const parameters = { ...NO_PARAMETERS, ...question };
    // The first time prepares the search texts and lets the engine see the code.
    selectPage(held, parameters);
    const samples = Array.from({ length: runs }, () => timed(held, parameters));
    return { what, unit: "ms", samples, budget: atMost(samples, MOST_MS, `${MOST_MS} ms`) };
  });
  const first = { ...NO_PARAMETERS, q: "10.3.7.9" };
  const fresh = Array.from({ length: quick ? 1 : 5 }, () => {
    const region = regionOf(structuredClone(connections));
    return { preparing: prepared(region), searching: timed(region, first) };
  });
  const searching = fresh.map((one) => one.searching);
  return {
    title: `Search, filter and sort over ${connections.length.toLocaleString("en-US")} connections, in process`,
    tables: [
      figureTable([
        ...figures,
        {
          what: "search for an address, the first after a reading",
          unit: "ms",
          samples: searching,
          budget: atMost(searching, MOST_MS, `${MOST_MS} ms`),
        },
        {
          what: "preparing the texts of all, part of reading",
          unit: "ms",
          samples: fresh.map((one) => one.preparing),
        },
      ]),
    ],
    notes: [
      "`selectPage` of `lib/vpn` in one go over all connections. What a search looks at is prepared once, region by region, as each is read.",
    ],
  };
}

function timed(region: ReadConnections, parameters: ListParameters): number {
  const startedAt = performance.now();
  selectPage(region, parameters);
  return performance.now() - startedAt;
}

function prepared({ vpnConnections }: ReadConnections): number {
  const startedAt = performance.now();
  for (const connection of vpnConnections) prepareForSearch(connection);
  return performance.now() - startedAt;
}

function regionOf(vpnConnections: VpnConnection[]): ReadConnections {
  return { vpnConnections, unreadable: [], requestId: null, fetchedAt: Date.now() };
}

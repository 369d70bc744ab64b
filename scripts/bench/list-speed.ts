import { type Duel, startContenders } from "@/scripts/bench/contenders";
import { type Load, load, oneByOne } from "@/scripts/bench/load";
import { median, ratios, shown, spread } from "@/scripts/bench/numbers";
import { atLeast, atMost, budgetCells, type Section, type Table } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

const SHARE = 0.8;
const MOST_MS = 20;
const SIDES = ["ours", "bare", "plain"] as const;

type Side = (typeof SIDES)[number];
/** Of each side what it came to in each round, and alone. */
type Result = { duel: Duel; loads: Record<Side, Load[]>; alone: Record<Side, number[]> };

/** The warm list against a bare route of the same app, and against Node alone. */
export async function listSpeed({ quick }: Settings): Promise<Section> {
  const { rounds, seconds, times } = quick
    ? { rounds: 1, seconds: 1, times: 50 }
    : { rounds: 5, seconds: 4, times: 300 };
  const results: Result[] = (await startContenders()).map((duel) => ({
    duel,
    loads: { ours: [], bare: [], plain: [] },
    alone: { ours: [], bare: [], plain: [] },
  }));
  // The first round warms up. Sides take turns, so that a slow moment hits all alike.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { duel, loads, alone } of results) {
      for (const side of SIDES) {
        const loaded = await load(duel[side], round === 0 ? 1 : seconds);
        const single = await oneByOne(duel[side], Math.ceil(times / rounds));
        if (round === 0) continue;
        loads[side].push(loaded);
        alone[side].push(...single);
      }
    }
  }
  return {
    title: "The warm API against a bare route and against Node alone",
    tables: [throughputs(results), latencies(results), singles(results)],
    notes: [
      `Three answers with the same bytes: ours, a bare route handler in the same process (it stands in a copy of the app that is built for this), and \`node:http\`. 10 connections of autocannon for ${seconds} s, ${rounds} rounds in which the three take turns; without compression. Both our API and the bare route stand behind the app's proxy, as for a reader on the same machine. The server holds 10,000 connections in 30 regions; "search" looks at all of them.`,
      `One by one is the whole exchange over one connection, ${times} times.`,
    ],
  };
}

function throughputs(results: Result[]): Table {
  return {
    head: [
      "requests a second, median (min–max)",
      "bytes",
      "Tunnelboard",
      "bare route",
      "node:http",
      "of the bare route",
      "budget",
      "met",
    ],
    rows: results.map(({ duel, loads }) => {
      const perSecond = (side: Side) => loads[side].map((one) => one.perSecond);
      const share = ratios(perSecond("ours"), perSecond("bare"));
      const isSearch = duel.name.startsWith("search");
      const budget = isSearch ? undefined : atLeast(share, SHARE, `${SHARE}`);
      return [
        `\`${duel.question}\``,
        shown(duel.bytes),
        ...SIDES.map((side) => withSpread(perSecond(side))),
        withSpread(share),
        ...budgetCells(budget),
      ];
    }),
  };
}

function latencies(results: Result[]): Table {
  return {
    head: ["ms under that load, p50 / p99", "Tunnelboard", "bare route", "node:http"],
    rows: results.map(({ duel, loads }) => [
      `\`${duel.question}\``,
      ...SIDES.map((side) => {
        const of = (key: "p50" | "p99") => shown(median(loads[side].map((one) => one[key])));
        return `${of("p50")} / ${of("p99")}`;
      }),
    ]),
  };
}

function singles(results: Result[]): Table {
  return {
    head: [
      "ms one by one, median (min–max)",
      "Tunnelboard",
      "bare route",
      "node:http",
      "budget",
      "met",
    ],
    rows: results.map(({ duel, alone }) => [
      `\`${duel.question}\``,
      ...SIDES.map((side) => withSpread(alone[side])),
      ...budgetCells(
        duel.name.startsWith("search") ? atMost(alone.ours, MOST_MS, `${MOST_MS} ms`) : undefined,
      ),
    ]),
  };
}

function withSpread(samples: number[]): string {
  return `${shown(median(samples))} (${spread(samples)})`;
}

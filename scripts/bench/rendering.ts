import type { App } from "@/scripts/bench/app";
import { take } from "@/scripts/bench/fetching";
import { ratios } from "@/scripts/bench/numbers";
import { cpuOf } from "@/scripts/bench/process-facts";
import { atMost, type Figure, figureTable } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

/** Of the bare page, at most. */
const LIST_TIMES = 1.5;
const OVERVIEW_TIMES = 1;

const NAMES = ["bare", "list", "panels", "overview"] as const;
type Pages<Value> = Record<(typeof NAMES)[number], Value>;

/** Processor time of the server for each page, side by side. */
export async function rendering(app: App, addresses: Pages<string>, { quick }: Settings) {
  const [warmUp, rounds, times] = quick ? [30, 3, 8] : [50, 7, 30];
  const cpu: Pages<number[]> = { bare: [], list: [], panels: [], overview: [] };
  for (const name of NAMES) await ask(app, addresses[name], warmUp);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of NAMES) cpu[name].push(await ask(app, addresses[name], times));
  }
  return {
    table: figureTable(figuresOf(cpu)),
    note: `Processor time is of all threads of the server, for each of ${times} pages that are asked for one after another without compression, in ${rounds} rounds in which the pages take turns.`,
  };
}

/** Milliseconds of each. */
async function ask(app: App, address: string, times: number): Promise<number> {
  const before = cpuOf(app.pid());
  for (let turn = 0; turn < times; turn += 1) {
    const { status } = await take(app.url + address);
    if (status !== 200) throw new Error(`${address} answers ${status}.`);
  }
  return (cpuOf(app.pid()) - before) / times;
}

function figuresOf({ bare, list, panels, overview }: Pages<number[]>): Figure[] {
  const [listTimes, overviewTimes] = [ratios(list, bare), ratios(overview, bare)];
  const unit = "ms";
  return [
    { what: "bare page: processor time", unit, samples: bare },
    { what: "list: processor time", unit, samples: list },
    { what: "panels: processor time", unit, samples: panels },
    { what: "overview: processor time", unit, samples: overview },
    {
      what: "list against bare page",
      unit: "×",
      samples: listTimes,
      budget: atMost(listTimes, LIST_TIMES, `${LIST_TIMES} ×`),
    },
    {
      what: "overview against bare page",
      unit: "×",
      samples: overviewTimes,
      budget: atMost(overviewTimes, OVERVIEW_TIMES, `${OVERVIEW_TIMES} ×`),
    },
  ];
}

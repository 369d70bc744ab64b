import { setTimeout as sleep } from "node:timers/promises";
import { type App, startApp } from "@/scripts/bench/app";
import {
  keepPolling,
  type Poll,
  POLL_MS,
  pollList,
  pollOverview,
} from "@/scripts/bench/page-polls";
import { atMost, figureTable, type Figure, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { type SimulatorProcess, startSimulatorProcess } from "@/scripts/bench/simulator";

const MANY = 200;
const ACCOUNT = { regions: 12, connections: 300, latencyMs: 100 };

const POLLS: [string, Poll][] = [
  ["one list", pollList],
  ["the overview", pollOverview],
];

/** How many calls of the API a minute one viewer costs, and 200. Counts, so all run side by side. */
export async function viewers({ quick }: Settings): Promise<Section> {
  const seconds = quick ? 20 : 60;
  const scenes: Scene[] = [];
  for (const [what, poll] of POLLS) {
    // One after another, so that no two are given the same free port.
    for (const count of [1, MANY]) scenes.push(await startScene(what, poll, count));
  }
  const calls = await Promise.all(scenes.map((scene) => callsFor(scene, seconds)));
  return {
    title: "Calls of the API for one viewer and for 200",
    tables: [figureTable(scenes.map((scene, index) => figureOf(scene, index, calls)))],
    notes: [
      `Counted in the simulator during ${seconds} s from a cold start (${ACCOUNT.connections} connections in ${ACCOUNT.regions} regions, 100 ms away, default settings). Each viewer polls as a page does, every ${POLL_MS / 1000} s and sooner while regions are being read, the counts too while the list lacks them; their phases are spread.`,
    ],
  };
}

type Scene = { what: string; poll: Poll; count: number; simulator: SimulatorProcess; app: App };

async function startScene(what: string, poll: Poll, count: number): Promise<Scene> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  return { what, poll, count, simulator, app: await startApp(simulator) };
}

/** The scene before one of many viewers is the same with one. */
function figureOf({ what, count }: Scene, index: number, calls: number[]): Figure {
  const own = calls[index] ?? Number.NaN;
  const figure = { what: `${what}, viewers: ${count}`, unit: "calls", samples: [own] };
  if (count === 1) return figure;
  const alone = calls[index - 1] ?? Number.NaN;
  return { ...figure, budget: atMost([own], alone, `${alone}, as one viewer`) };
}

async function callsFor({ poll, count, simulator, app }: Scene, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: count }, async (_, viewer) => {
      await sleep((viewer / count) * POLL_MS);
      await keepPolling(poll, app.url, until);
    }),
  );
  const calls = await simulator.calls();
  await Promise.all([app.close(), simulator.close()]);
  if (calls === 0) throw new Error("Nobody has asked the simulator: that server was not ours.");
  return calls;
}

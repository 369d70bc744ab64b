import { setTimeout as sleep } from "node:timers/promises";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { api } from "@/lib/vpn/hrefs";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import type { Overview } from "@/lib/vpn/overview";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { type App, startApp } from "@/scripts/bench/app";
import { atMost, figureTable, type Figure, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { type SimulatorProcess, startSimulatorProcess } from "@/scripts/bench/simulator";

const MANY = 200;
const REGION = "cn-hangzhou";
const ACCOUNT = { regions: 12, connections: 300, latencyMs: 100 };
const { open: _open, ...QUESTION } = NO_PARAMETERS;
const { staleTime: POLL_MS } = vpnConnectionsQuery(REGION, QUESTION);
/** As queries.ts has it for a page that waits for regions. */
const SOON_MS = 1000;

/** One poll of a page that is looked at; whether it asks again soon, since more is being read. */
type Poll = (url: string) => Promise<boolean>;

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
      `Counted in the simulator during ${seconds} s from a cold start (${ACCOUNT.connections} connections in ${ACCOUNT.regions} regions, 100 ms away, default settings). Each viewer polls as a page does, every ${Number(POLL_MS) / 1000} s and sooner while regions are being read, the counts too while the list lacks them; their phases are spread.`,
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
      await sleep((viewer / count) * Number(POLL_MS));
      while (performance.now() < until) {
        const startedAt = performance.now();
        const isSoon = await poll(app.url);
        const next = startedAt + (isSoon ? SOON_MS : Number(POLL_MS));
        await sleep(Math.max(0, Math.min(next, until) - performance.now()));
      }
    }),
  );
  const calls = await simulator.calls();
  await Promise.all([app.close(), simulator.close()]);
  if (calls === 0) throw new Error("Nobody has asked the simulator: that server was not ours.");
  return calls;
}

/** A page asks for the counts on top while its list comes without them; countsQuery says how. */
async function pollList(url: string): Promise<boolean> {
  const list: VpnConnectionList = await ask(url + api.vpnConnections(REGION, QUESTION));
  if (list.counts === null && list.totalCount > 0) {
    const counts = { ...QUESTION, pageNumber: 1, pageSize: 1, sort: "verdict" } as const;
    await ask(url + api.vpnConnections(REGION, counts));
  }
  return (list.reading ?? 0) > 0;
}

async function pollOverview(url: string): Promise<boolean> {
  const overview: Overview = await ask(url + api.overview);
  return overview.reading > 0;
}

async function ask(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
}

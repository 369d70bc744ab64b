import { setTimeout as sleep } from "node:timers/promises";
import { api } from "@/lib/vpn/hrefs";
import { type App, startApp } from "@/scripts/bench/app";
import { take } from "@/scripts/bench/fetching";
import { quantile } from "@/scripts/bench/numbers";
import { readOverview } from "@/scripts/bench/overview-reading";
import { keepPolling, pollOverview } from "@/scripts/bench/page-polls";
import { cpuOf, rssOf } from "@/scripts/bench/process-facts";
import { atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const FAR = { ...ACCOUNT, latencyMs: 100 };
const ASK_MS = 100;
const LOOK_MS = 1_000;
const MOST_CPU_SECONDS = 6;
const MOST_WAIT_MS = 60;
const MOST_MEMORY_MB = 300;

/** Of one stretch of time, in which an overview is looked at. */
type Stretch = { cpuSeconds: number; memory: number };

/** What it costs to keep a large account fresh, and how long others wait meanwhile. */
export async function refreshing({ quick }: Settings): Promise<Section> {
  const [runs, seconds] = quick ? [1, 20] : [3, 60];
  const simulator = await startSimulatorProcess(FAR);
  const app = await startApp(simulator, { env: { TUNNELBOARD_CALLS_PER_SECOND: "10000" } });
  await readOverview(app.url);
  const stretches: Stretch[] = [];
  for (let run = 0; run < runs; run += 1) stretches.push(await look(app, seconds));
  const waits: number[][] = [];
  for (let run = 0; run < runs; run += 1) {
    const [ofRun] = await Promise.all([askOften(app, seconds), look(app, seconds)]);
    waits.push(ofRun);
  }
  await Promise.all([app.close(), simulator.close()]);
  return {
    title: `${FAR.connections.toLocaleString("en-US")} connections kept fresh while one page is looked at`,
    tables: [figureTable(figuresOf(stretches, waits, seconds))],
    notes: [
      `${FAR.regions} regions, ${FAR.latencyMs} ms away, ceiling of calls per second lifted, otherwise default settings. An overview is polled as its page does, for ${seconds} s a run; processor time is of all threads of the server, memory the most that is resident. Then the same again, while \`${api.overview}\` is asked every ${ASK_MS} ms on top.`,
    ],
  };
}

function figuresOf(stretches: Stretch[], waits: number[][], seconds: number): Figure[] {
  const cpu = stretches.map(({ cpuSeconds }) => (cpuSeconds * 60) / seconds);
  const memory = stretches.map((stretch) => stretch.memory);
  const late = waits.map((ofRun) => quantile(ofRun, 0.99));
  return [
    {
      what: "processor time in a minute",
      unit: "s",
      samples: cpu,
      budget: atMost(cpu, MOST_CPU_SECONDS, `${MOST_CPU_SECONDS} s`),
    },
    {
      what: "memory",
      unit: "MB",
      samples: memory,
      budget: atMost(memory, MOST_MEMORY_MB, `${MOST_MEMORY_MB} MB`),
    },
    {
      what: "wait for the overview, half of all",
      unit: "ms",
      samples: waits.map((ofRun) => quantile(ofRun, 0.5)),
    },
    {
      what: "wait for the overview, p99",
      unit: "ms",
      samples: late,
      budget: atMost(late, MOST_WAIT_MS, `${MOST_WAIT_MS} ms`),
    },
    {
      what: "wait for the overview, longest",
      unit: "ms",
      samples: waits.map((ofRun) => Math.max(...ofRun)),
    },
  ];
}

async function look({ url, pid }: App, seconds: number): Promise<Stretch> {
  const until = performance.now() + seconds * 1000;
  const before = cpuOf(pid());
  const polling = keepPolling(pollOverview, url, until);
  let memory = 0;
  while (performance.now() < until) {
    memory = Math.max(memory, rssOf(pid()));
    await sleep(LOOK_MS);
  }
  await polling;
  return { cpuSeconds: (cpuOf(pid()) - before) / 1000, memory };
}

/** Whoever waits keeps nobody from asking. */
async function askOften({ url }: App, seconds: number): Promise<number[]> {
  const asked: Promise<number>[] = [];
  for (let time = 0; time < seconds * 1000; time += ASK_MS) {
    asked.push(waitFor(url + api.overview));
    await sleep(ASK_MS);
  }
  return Promise.all(asked);
}

async function waitFor(address: string): Promise<number> {
  const { status, ms } = await take(address);
  if (status !== 200) throw new Error(`${address} answers ${status}.`);
  return ms;
}

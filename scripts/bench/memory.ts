import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type App, ROOT, startApp } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import { readOverview } from "@/scripts/bench/overview-reading";
import { rssOf } from "@/scripts/bench/process-facts";
import { figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess, type SimulatorProcess } from "@/scripts/bench/simulator";

const HOOK = join(ROOT, "scripts", "bench", "memory-hook.mjs");
const WARM_UP = 200;
/** Freed pages go back to the system a little after the collection. */
const SETTLE_MS = 2000;

/** Megabytes after a forced collection of garbage. */
type Memory = { rss: number; heap: number };

/** The server with nothing read, and with all connections held. */
export async function memory({ quick }: Settings): Promise<Section> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  const runs: { empty: Memory; full: Memory }[] = [];
  for (let run = 0; run < (quick ? 1 : 5); run += 1) runs.push(await measure(simulator));
  await simulator.close();
  const figure = (what: string, of: (run: (typeof runs)[number]) => number) => ({
    what,
    unit: "MB",
    samples: runs.map(of),
  });
  return {
    title: `Memory of the server with ${ACCOUNT.connections.toLocaleString("en-US")} connections`,
    tables: [
      figureTable([
        figure("resident, nothing read yet", ({ empty }) => empty.rss),
        figure("resident, all connections held", ({ full }) => full.rss),
        figure("heap, nothing read yet", ({ empty }) => empty.heap),
        figure("heap, all connections held", ({ full }) => full.heap),
        figure("heap, the difference", ({ empty, full }) => full.heap - empty.heap),
      ]),
    ],
    notes: [
      `The process of \`next start\`, after ${WARM_UP} small requests, and after the overview, a list and a search; each time after a forced collection of garbage and ${SETTLE_MS / 1000} s. MB are 10⁶ bytes. No budget.`,
    ],
  };
}

async function measure(simulator: SimulatorProcess) {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-bench-"));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "memory.json");
  const env = {
    NODE_OPTIONS: `--import=${HOOK}`,
    MEMORY_FILE: file,
    TUNNELBOARD_CACHE_SECONDS: "3600",
    TUNNELBOARD_CALLS_PER_SECOND: "10000",
  };
  const app = await startApp(simulator, { env });
  for (let turn = 0; turn < WARM_UP; turn += 1) await ask(app, "/api/health");
  const empty = await settled(app, file);
  await readOverview(app.url);
  await ask(app, "/api/regions/cn-hangzhou/vpn-connections?pageSize=50");
  await ask(app, "/api/vpn-connections?q=10.3.7.9");
  const full = await settled(app, file);
  await app.close();
  await remove();
  return { empty, full };
}

async function ask({ url }: App, path: string): Promise<void> {
  const response = await fetch(url + path);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answers ${response.status}.`);
}

async function settled(app: App, file: string): Promise<Memory> {
  const pid = app.pid();
  process.kill(pid, "SIGUSR2");
  while (!existsSync(file)) await sleep(50);
  await sleep(SETTLE_MS);
  const { heapUsed }: NodeJS.MemoryUsage = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  return { rss: rssOf(pid), heap: heapUsed / 1e6 };
}

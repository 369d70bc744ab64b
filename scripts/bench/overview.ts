import { type Account, startApp } from "@/scripts/bench/app";
import { median } from "@/scripts/bench/numbers";
import { readOverview } from "@/scripts/bench/overview-reading";
import { atLeast, atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";
import { walkWithSdk } from "@/scripts/bench/sdk-walk";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const LATENCY_MS = 100;
const CEILING = 100;
const LIFTED = { TUNNELBOARD_CALLS_PER_SECOND: "10000" };

/** All regions read by a server that has just started, against a script that walks the pages. */
export async function overview({ quick }: Settings): Promise<Section> {
  const far = await startSimulatorProcess({ ...ACCOUNT, latencyMs: LATENCY_MS });
  const near = await startSimulatorProcess(ACCOUNT);
  const runs: Record<Contender, number[]> = { lifted: [], ceiling: [], cpu: [], walk: [] };
  let calls = 0;
  for (let run = 0; run < (quick ? 1 : 5); run += 1) {
    runs.lifted.push(await coldRead(far, LIFTED));
    runs.cpu.push(await coldRead(near, LIFTED));
    const before = await far.calls();
    runs.ceiling.push(await coldRead(far, {}));
    calls = (await far.calls()) - before;
    if (run < 3) runs.walk.push(await timedWalk(far));
  }
  await Promise.all([far.close(), near.close()]);
  return {
    title: `All regions, cold: ${ACCOUNT.connections.toLocaleString("en-US")} connections in ${ACCOUNT.regions} regions, ${LATENCY_MS} ms away`,
    tables: [figureTable(figuresOf(runs, calls))],
    notes: [
      `From the first request to a server that has just started until every region of \`/api/overview\` is ready (asked for every 20 ms; the sum of connections is checked). ${calls} calls of the API in one reading with the default ceiling. The walk reads pages of 50 with \`@alicloud/pop-core\`, one after another.`,
      "With the default ceiling a call leaves every 10.5 ms (a second is counted as 1.05), so the last leaves a little later than the plain quotient says, and still needs a round trip and its part of the CPU.",
    ],
  };
}

type Contender = "lifted" | "ceiling" | "cpu" | "walk";

function figuresOf(runs: Record<Contender, number[]>, calls: number): Figure[] {
  const cpu = median(runs.cpu);
  const most = 3 * LATENCY_MS + cpu;
  const walkMs = median(runs.walk);
  const times = runs.lifted.map((ms) => walkMs / ms);
  const ceilingMs = (calls / CEILING) * 1000;
  const inTrips = (samples: number[]) => samples.map((ms) => ms / LATENCY_MS);
  return [
    {
      what: "no latency, ceiling lifted: the CPU part",
      unit: "ms",
      samples: runs.cpu,
    },
    {
      what: "ceiling of calls per second lifted",
      unit: "ms",
      samples: runs.lifted,
      budget: atMost(runs.lifted, most, `3 round trips and the CPU part: ${Math.round(most)} ms`),
    },
    { what: "the same in round trips", unit: "", samples: inTrips(runs.lifted) },
    {
      what: "the same without the CPU part",
      unit: "",
      samples: inTrips(runs.lifted.map((ms) => ms - cpu)),
      budget: atMost(inTrips(runs.lifted.map((ms) => ms - cpu)), 3, "3 round trips"),
    },
    {
      what: `default ceiling, ${CEILING} calls a second`,
      unit: "ms",
      samples: runs.ceiling,
      budget: atMost(
        runs.ceiling,
        ceilingMs,
        `${calls} calls / ${CEILING} a second: ${ceilingMs} ms`,
      ),
    },
    { what: "walk with Alibaba's SDK", unit: "ms", samples: runs.walk },
    {
      what: "times faster than the walk, ceiling lifted",
      unit: "×",
      samples: times,
      budget: atLeast(times, 20, "20 ×"),
    },
  ];
}

async function coldRead(account: Account, env: Record<string, string>): Promise<number> {
  const app = await startApp(account, { env });
  const { ms, connections } = await readOverview(app.url);
  await app.close();
  checkAll(connections);
  return ms;
}

async function timedWalk(account: Account): Promise<number> {
  const startedAt = performance.now();
  const { connections } = await walkWithSdk(account);
  checkAll(connections);
  return performance.now() - startedAt;
}

function checkAll(connections: number): void {
  if (connections !== ACCOUNT.connections) {
    throw new Error(`${connections} connections were read, not ${ACCOUNT.connections}.`);
  }
}

import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import {
  DOWNLOAD_FORMATS,
  type DownloadFormat,
  listParametersOf,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";
import { api } from "@/lib/vpn/hrefs";
import { type App, startApp } from "@/scripts/bench/app";
import { take } from "@/scripts/bench/fetching";
import { readOverview } from "@/scripts/bench/overview-reading";
import { rssOf } from "@/scripts/bench/process-facts";
import { atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const AT_A_TIME = 8;
const MOST_WAIT_MS = 100;
const MOST_MEMORY_MB = 400;
const ASK_EVERY_MS = 10;
const SETTLE_MS = 500;
const IS_WHOLE = { csv: /\r\n#end,\d+,*\r\n$/, json: /"isComplete": true\n\}\n$/ };

type Round = {
  alone: number;
  together: number;
  wait: number;
  memory: number;
  before: number;
  refused: number;
};

/** Files of all connections, one and eight at a time, and who else asks meanwhile. */
export async function downloads({ quick }: Settings): Promise<Section> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  const env = { TUNNELBOARD_CACHE_SECONDS: "3600", TUNNELBOARD_CALLS_PER_SECOND: "10000" };
  const app = await startApp(simulator, { env });
  await readOverview(app.url);
  const rounds: Record<DownloadFormat, Round[]> = { csv: [], json: [] };
  // The first round warms up.
  for (let round = 0; round <= (quick ? 1 : 5); round += 1) {
    for (const format of DOWNLOAD_FORMATS) {
      const measured = await measure(app, format);
      if (round > 0) rounds[format].push(measured);
    }
  }
  await Promise.all([app.close(), simulator.close()]);
  return {
    title: `Files of ${ACCOUNT.connections.toLocaleString("en-US")} connections, ${AT_A_TIME} at a time`,
    tables: [figureTable(DOWNLOAD_FORMATS.flatMap((format) => figuresOf(format, rounds[format])))],
    notes: [
      `Without compression, from one process that reads as fast as it can; every file is checked to be whole. \`/api/health\` is asked for every ${ASK_EVERY_MS} ms meanwhile; memory is the largest that is resident, in MB of 10⁶ bytes.`,
    ],
  };
}

function figuresOf(format: DownloadFormat, rounds: Round[]): Figure[] {
  const of = (key: keyof Round) => rounds.map((round) => round[key]);
  const [wait, memory] = [of("wait"), of("memory")];
  const name = format.toUpperCase();
  return [
    { what: `${name}, one alone`, unit: "ms", samples: of("alone") },
    {
      what: `${name}, until the last of ${AT_A_TIME} is whole`,
      unit: "ms",
      samples: of("together"),
    },
    { what: `${name}, refused of ${AT_A_TIME}`, unit: "", samples: of("refused") },
    {
      what: `${name}, longest wait of /api/health meanwhile`,
      unit: "ms",
      samples: wait,
      budget: atMost(wait, MOST_WAIT_MS, `${MOST_WAIT_MS} ms`),
    },
    { what: `${name}, memory just before`, unit: "MB", samples: of("before") },
    {
      what: `${name}, most memory meanwhile`,
      unit: "MB",
      samples: memory,
      budget: atMost(memory, MOST_MEMORY_MB, `${MOST_MEMORY_MB} MB`),
    },
  ];
}

async function measure(app: App, format: DownloadFormat): Promise<Round> {
  const url = app.url + api.download(null, listParametersOf(NO_PARAMETERS), format);
  const alone = await take(url);
  checkWhole(format, alone);
  await sleep(SETTLE_MS);
  const before = rssOf(app.pid());
  const watch = watchServer(app);
  const files = await Promise.all(Array.from({ length: AT_A_TIME }, () => take(url)));
  const { wait, memory } = await watch.stop();
  const whole = files.filter(({ status }) => status === 200);
  for (const file of whole) checkWhole(format, file);
  const together = Math.max(...whole.map(({ ms }) => ms));
  const refused = files.length - whole.length;
  return { alone: alone.ms, together, wait, memory, before, refused };
}

function checkWhole(format: DownloadFormat, { status, end }: { status: number; end: string }) {
  if (status !== 200 || !IS_WHOLE[format].test(end)) {
    throw new Error(`A file of ${format} ends, with status ${status}, in ${JSON.stringify(end)}.`);
  }
}

/** The longest that anybody else waits, and the most memory, until it is stopped. */
function watchServer(app: App) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const seen = { wait: 0, memory: 0 };
  const stopped = new AbortController();
  const watching = (async () => {
    while (!stopped.signal.aborted) {
      const { ms } = await take(`${app.url}/api/health`, agent);
      seen.wait = Math.max(seen.wait, ms);
      seen.memory = Math.max(seen.memory, rssOf(app.pid()));
      await sleep(ASK_EVERY_MS);
    }
    agent.destroy();
  })();
  return {
    async stop() {
      stopped.abort();
      await watching;
      return seen;
    },
  };
}

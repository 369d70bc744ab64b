import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { pages } from "@/lib/vpn/hrefs";
import { startApp } from "@/scripts/bench/app";
import { take } from "@/scripts/bench/fetching";
import { median, ratios } from "@/scripts/bench/numbers";
import { readOverview } from "@/scripts/bench/overview-reading";
import { atMost, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const MANY = 100;
const GIVE_UP_MS = 300;
const MOST_TIMES = 3;
const WARM_UP = 20;
const ALONE = 10;
const SETTLE_MS = 2_000;

/** How long a list takes right after many have opened it and given up. */
export async function abandoned({ quick }: Settings): Promise<Section> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  const env = { TUNNELBOARD_CACHE_SECONDS: "3600", TUNNELBOARD_CALLS_PER_SECOND: "10000" };
  const app = await startApp(simulator, { env });
  await readOverview(app.url);
  const url = app.url + pages.vpnConnections(null, { pageSize: 50 });
  for (let turn = 0; turn < WARM_UP; turn += 1) await take(url);
  const rounds: { alone: number; after: number }[] = [];
  for (let round = 0; round < (quick ? 1 : 7); round += 1) {
    const alone: number[] = [];
    for (let turn = 0; turn < ALONE; turn += 1) alone.push((await take(url)).ms);
    await giveUp(url);
    const after = await take(url);
    rounds.push({ alone: median(alone), after: after.ms });
    await sleep(SETTLE_MS);
  }
  await Promise.all([app.close(), simulator.close()]);
  const alone = rounds.map((round) => round.alone);
  const after = rounds.map((round) => round.after);
  const times = ratios(after, alone);
  return {
    title: `A list of 50 rows after ${MANY} have opened it and given up`,
    tables: [
      figureTable([
        { what: "alone", unit: "ms", samples: alone },
        { what: `after ${MANY} who gave up`, unit: "ms", samples: after },
        {
          what: "times as long",
          unit: "×",
          samples: times,
          budget: atMost(times, MOST_TIMES, `${MOST_TIMES} ×`),
        },
      ]),
    ],
    notes: [
      `${MANY} connections ask for \`/vpn-connections?pageSize=50\` at once and close after ${GIVE_UP_MS} ms, whatever they have got; then one asks. Alone is the median of ${ALONE} just before.`,
    ],
  };
}

async function giveUp(url: string): Promise<void> {
  const asked = Array.from({ length: MANY }, () => {
    const request = get(url, { agent: false }, (response) => response.resume());
    // Closing it is an error of its own.
    request.on("error", () => undefined);
    return request;
  });
  await sleep(GIVE_UP_MS);
  for (const request of asked) request.destroy();
}

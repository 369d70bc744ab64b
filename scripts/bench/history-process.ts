import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backgroundUser } from "@/lib/server/auth/background-user";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { listEvents } from "@/lib/server/history/event-list";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { closeDatabase, useDatabase } from "@/lib/server/database/store";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { atEnd, withCleanup } from "@/scripts/bench/cleanup";
import {
  DOWN,
  databaseSize,
  fillHistory,
  pairOf,
  REGION,
  rowCount,
} from "@/scripts/bench/history-data";
import { atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";

const SIZES = [300, 3_000, 10_000];
const CHANGED = 200;

/** The database of history in this process, as the server uses it. */
async function historyFigures(quick: boolean): Promise<Section> {
  const figures: Figure[] = [];
  const runs = quick ? 3 : 20;
  for (const count of quick ? [300, 1_000] : SIZES) {
    const end = await begin();
    const now = Date.now();
    await fillHistory(count, now);
    const named = `${count.toLocaleString("en-US")} pairs`;
    figures.push({
      what: `size of ${named}, 90 days, 2 changes a day`,
      unit: "MB",
      samples: [await databaseSize(folder)],
    });
    if (count === (quick ? 1_000 : 10_000)) figures.push(...(await largest(count, now, runs)));
    await end();
  }
  return {
    title: "History",
    tables: [figureTable(figures)],
    notes: [
      `In one process and one region, on the embedded database. A change is a tunnel of a pair that fails or comes back: an interval and an event of the tunnel, and of the connection. During a turn of the event loop nobody else is served; its time on the clock grows with what else the machine does, and with its disk, that of a processor does not.`,
    ],
  };
}

let folder = "";
let server: Awaited<ReturnType<typeof startPostgres>> | null = null;

/** Of this machine, with its disk in earnest. */
async function startServer(): Promise<void> {
  const binaries = postgresFolder();
  if (binaries === null) throw new Error("PostgreSQL is not installed.");
  server = await startPostgres(binaries, { isDurable: true });
  process.env.DATABASE_URL = server.url;
  atEnd(server.end);
}

async function begin(): Promise<() => Promise<void>> {
  await server?.empty();
  folder = mkdtempSync(join(tmpdir(), "tunnelboard-bench-"));
  process.env.TUNNELBOARD_DATA_DIR = folder;
  globalThis.__tunnelboard = undefined;
  const own = folder;
  return atEnd(async () => {
    await closeDatabase();
    rmSync(own, { recursive: true });
  });
}

async function largest(count: number, now: number, runs: number): Promise<Figure[]> {
  const [intervals, events] = [await rowCount("intervals"), await rowCount("events")];
  const user = backgroundUser();
  const idOf = (run: number) => pairOf((run * 7_919) % count).vpnConnectionId;
  const histories: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const asked = { regionId: REGION, vpnConnectionId: idOf(run) };
    histories.push(await timed(() => readConnectionHistory(asked, "90d", user, now)));
  }
  const lists: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    lists.push(await timed(() => listEvents(NO_EVENT_PARAMETERS, user)));
  }
  await closeDatabase();
  globalThis.__tunnelboard = undefined;
  const held = Array.from({ length: count }, (_, index) => pairOf(index));
  // As the server does at its start.
  await useDatabase(async () => undefined);
  const start = await measured(() => poll(held, now));
  const polls = [];
  for (let run = 0; run < runs; run += 1) {
    const status = run % 2 === 0 ? DOWN : undefined;
    for (let index = 0; index < CHANGED; index += 1) held[index] = pairOf(index, status);
    polls.push(await measured(() => poll([...held], now + (run + 1) * 60_000)));
  }
  const unchanged = [];
  for (let run = 0; run < runs; run += 1) {
    unchanged.push(await timed(() => poll(held, now + (runs + run + 1) * 60_000)));
  }
  const first = await firstRead(held, now);
  const shown = `${intervals.toLocaleString("en-US")} intervals and ${events.toLocaleString("en-US")} events held`;
  const of = `${count.toLocaleString("en-US")} connections`;
  const writes = polls.map(({ ms }) => ms);
  return [
    ms(`history of one connection over 90 days, ${shown}`, histories, 20),
    ms("the newest page of events, after the first", lists.slice(1)),
    ms(`a poll of ${of} of which ${CHANGED} changed`, writes, 50),
    ...details(polls),
    ms(`a poll of ${of} in which nothing changed`, unchanged),
    ms(`the first poll of ${of} after a start`, [start.ms]),
    ...details([start]),
    ms(
      `the first poll of ${of} ever`,
      first.map((one) => one.ms),
    ),
    ...details(first),
  ];
}

async function firstRead(connections: Parameters<typeof poll>[0], now: number) {
  const end = await begin();
  await useDatabase(async () => undefined);
  const samples = [await measured(() => poll(connections, now + 1))];
  await end();
  return samples;
}

const details = (runs: Measured[]): Figure[] => [
  ms(
    "· of it, time of a processor",
    runs.map(({ processor }) => processor),
  ),
  ms(
    "· the longest turn of the event loop",
    runs.map(({ turn }) => turn.ms),
  ),
  ms(
    "· the longest in time of a processor",
    runs.map(({ turn }) => turn.processor),
    20,
  ),
];

const ms = (what: string, samples: number[], most?: number): Figure => ({
  what,
  unit: "ms",
  samples,
  ...(most !== undefined && { budget: atMost(samples, most, `${most} ms`) }),
});

async function poll(connections: ReturnType<typeof pairOf>[], at: number): Promise<void> {
  await recordRead({ regionId: REGION, at, connections }, null);
  await untilRecorded();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

type Measured = { ms: number; processor: number; turn: Turn };

/** The longest turn of the event loop, in which nobody else is served. */
type Turn = { ms: number; processor: number };

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const turn = { ms: 0, processor: 0 };
  let isOver = false;
  let [at, used] = [performance.now(), processorMs()];
  const watch = () => {
    const [now, usedNow] = [performance.now(), processorMs()];
    turn.ms = Math.max(turn.ms, now - at);
    turn.processor = Math.max(turn.processor, usedNow - used);
    [at, used] = [now, usedNow];
    if (!isOver) setImmediate(watch);
  };
  watch();
  const before = processorMs();
  const ms = await timed(work);
  const processor = processorMs() - before;
  isOver = true;
  watch();
  return { ms, processor, turn };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Prints its section for scripts/bench/history.ts. */
await withCleanup(async () => {
  if (process.argv.includes("--postgres")) await startServer();
  process.stdout.write(JSON.stringify(await historyFigures(process.argv.includes("--quick"))));
});

import { once } from "node:events";
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AppServer, startApp } from "@/e2e/app-server";
import { DATABASE, rowsOf } from "@/e2e/database";
import { expect, REGION, test } from "@/e2e/fixtures";
import { PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";

let folder = "";
let app: AppServer;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tunnelboard-storage-"));
});
test.afterEach(async () => {
  await app.close();
  for (const path of [folder, `${folder}-away`]) rmSync(path, { recursive: true, force: true });
});

/** Reads its one region again and again, whether or not anybody looks. */
async function start(simulator: Simulator): Promise<void> {
  const settings = {
    TUNNELBOARD_DATA_DIR: folder,
    TUNNELBOARD_POLL_SECONDS: "1",
    TUNNELBOARD_REGIONS: REGION,
  };
  // In a process group of its own, which can be killed as a whole.
  app = await startApp(simulator, settings, { detached: true });
}

const office = (simulator: Simulator, status: string) =>
  simulator.setConnections(REGION, [single("office", status)]);
const rows = (sql: string) => rowsOf(folder, sql);
const states = () =>
  rows("select state from intervals where part = '' order by began_at").map(({ state }) => state);
const lastReadAt = () => Number(rows("select last_read_at as at from regions")[0]?.at ?? 0);
const damaged = () => readdirSync(folder).filter((name) => name.startsWith("tunnelboard-damaged-"));
const list = () => fetch(app.url + api.vpnConnections(REGION));

/** Until a read that began after now has been written. */
async function untilWritten(): Promise<void> {
  const now = Date.now();
  await expect.poll(lastReadAt, { timeout: 20_000 }).toBeGreaterThan(now);
}

test("what happened is kept while nobody looks, over a restart and over a kill", async ({
  simulator,
}) => {
  office(simulator, UP);
  await start(simulator);
  await untilWritten();
  expect(statSync(join(folder, DATABASE)).mode % 0o1000).toBe(0o600);
  office(simulator, PHASE_1_FAILED);
  await expect.poll(states).toEqual(["up", "down"]);
  await app.close();
  // After a clean stop the file is whole by itself.
  expect(statSync(join(folder, `${DATABASE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  const requests = simulator.requests.length;
  await sleep(1_500);
  expect(simulator.requests.length).toBe(requests);

  office(simulator, UP);
  await start(simulator);
  await expect.poll(states).toEqual(["up", "down", "up"]);
  await untilWritten();
  const exited = once(app.child, "exit");
  process.kill(-(app.child.pid ?? 0), "SIGKILL");
  await exited;

  office(simulator, PHASE_1_FAILED);
  await start(simulator);
  await expect.poll(states).toEqual(["up", "down", "up", "down"]);
  expect(rows("pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(rows("select kind from events order by id").map(({ kind }) => kind)).toEqual([
    "down",
    "up",
    "down",
  ]);
  // Shorter breaks than two minutes are no time without data.
  expect(rows("select * from gaps")).toEqual([]);
});

test("a file that is damaged while it is used is set aside, and history begins anew", async ({
  simulator,
}) => {
  office(simulator, UP);
  await start(simulator);
  await untilWritten();
  for (const end of ["", "-wal"]) {
    const file = join(folder, DATABASE + end);
    writeFileSync(file, Buffer.alloc(statSync(file).size, "x"), { flag: "r+" });
  }
  await expect
    .poll(
      async () => {
        const [{ status }] = await Promise.all([list(), fetch(app.url + api.events())]);
        return [status, damaged().length > 0];
      },
      { timeout: 20_000 },
    )
    .toEqual([200, true]);
  office(simulator, PHASE_1_FAILED);
  await expect.poll(() => states().at(-1), { timeout: 20_000 }).toBe("down");
  const file = damaged().find((name) => name.endsWith(".db")) ?? "";
  expect(readFileSync(join(folder, file), "latin1")).toMatch(/^x+$/);
  expect(app.output().match(/it was set aside and a new one begun/g)).toHaveLength(1);
});

test("where the folder is lost, all but history goes on, which says so once and comes back", async ({
  simulator,
}) => {
  office(simulator, UP);
  await start(simulator);
  await untilWritten();
  renameSync(folder, `${folder}-away`);
  writeFileSync(folder, "");
  await expect.poll(() => app.output(), { timeout: 20_000 }).toContain("history is not being kept");
  const events = await fetch(app.url + api.events());
  expect(await events.json()).toMatchObject({ notRecording: { reason: "not_writable" } });
  await sleep(3_000);
  expect((await list()).status).toBe(200);
  expect(app.output().match(/history is not being kept/g)).toHaveLength(1);
  expect(app.output()).not.toContain(folder);
  rmSync(folder);
  renameSync(`${folder}-away`, folder);
  await expect
    .poll(() => app.output(), { timeout: 20_000 })
    .toContain("history is being kept again");
  await untilWritten();
  expect(states()).toEqual(["up"]);
  expect((await fetch(app.url + api.events())).status).toBe(200);
});

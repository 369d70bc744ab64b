import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listEvents } from "@/lib/server/history/event-list";
import { FILE_NAME } from "@/lib/server/database/sqlite";
import {
  closeDatabase,
  notRecording,
  useDatabase,
  writeToDatabase,
} from "@/lib/server/database/store";
import { log } from "@/lib/server/runtime/log";
import { holdLock, smallDisk } from "@/lib/server/testing/history-faults";
import { DOWN, read, single, startHistory, told, UP } from "@/lib/server/testing/history";
import { OPERATOR } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

let history: ReturnType<typeof startHistory>;
let lines: { level: string; text: string }[];

/** A new start has a new log. */
function mute(): void {
  lines = [];
  for (const level of ["error", "info"] as const) {
    vi.spyOn(log(), level).mockImplementation((fields: unknown, text?: string) => {
      lines.push({ level, text: text ?? String(fields) });
    });
  }
}
beforeEach(() => {
  history = startHistory();
  mute();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await history.end();
});

const file = () => join(history.folder, FILE_NAME);
const damaged = () => readdirSync(history.folder).filter((name) => name.includes("damaged"));
const textsOf = () => lines.map(({ text }) => text);
/** As if the time had passed in which nobody asks a database that was away. */
function afterPause(): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + 6_000);
}
const rowsOf = (table: "events" | "intervals" | "regions" | "gaps") =>
  useDatabase((db) => db.selectFrom(table).selectAll().execute());

describe("a folder that cannot be written to", () => {
  it("leaves everything but history going, says so once, and is taken when it can be", async () => {
    // Root may write anywhere, but not into a folder below a file.
    rmSync(history.folder, { recursive: true });
    writeFileSync(history.folder, "");
    const known = await read(0, [single(UP)]);
    expect(known.connections.size).toBe(1);
    await read(1, [single(DOWN)]);
    expect(notRecording()).toMatchObject({ reason: "not_writable" });
    await expect(rowsOf("regions")).rejects.toMatchObject({ reason: "not_writable" });
    expect(textsOf()).toEqual([
      "history is not being kept: the folder or the file of the database cannot be written to",
    ]);
    rmSync(history.folder);
    afterPause();
    await read(2, [single(DOWN)]);
    expect(notRecording()).toBeNull();
    expect(textsOf().at(-1)).toBe("history is being kept again");
    expect(await rowsOf("regions")).toHaveLength(1);
  });
});

describe("a file that is no database", () => {
  it("is set aside as it is, and a new one is begun", async () => {
    writeFileSync(file(), "garbage ".repeat(1000));
    await read(0, [single(UP)]);
    await read(1, [single(DOWN)]);
    expect(damaged()).toEqual([
      expect.stringMatching(/^tunnelboard-damaged-\d{4}-\d\d-\d\dT.*\.db$/),
    ]);
    const [name = ""] = damaged();
    expect(readFileSync(join(history.folder, name), "utf8")).toMatch(/^garbage garbage/);
    expect(notRecording()).toBeNull();
    expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
  });

  it("is noticed while it is open", async () => {
    await read(0, [single(UP)]);
    await writeToDatabase((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
    writeFileSync(file(), "x".repeat(statSync(file()).size), { flag: "r+" });
    await read(1, [single(UP)]);
    // SQLite writes from memory what it knows, and notices when it reads.
    await expect(rowsOf("intervals")).rejects.toMatchObject({ reason: "damaged" });
    await read(2, [single(DOWN)]);
    await read(3, [single(DOWN)]);
    expect(damaged().length).toBeGreaterThan(0);
    expect(await rowsOf("regions")).toHaveLength(1);
    expect(notRecording()).toBeNull();
  });

  it("is left where it is when that happens again at once", async () => {
    writeFileSync(file(), "garbage ".repeat(1000));
    await read(0, [single(UP)]);
    await closeDatabase();
    rmSync(`${file()}-wal`, { force: true });
    writeFileSync(file(), "garbage ".repeat(1000));
    await read(1, [single(UP)]);
    expect(damaged().filter((name) => name.endsWith(".db"))).toHaveLength(1);
    expect(notRecording()).toMatchObject({ reason: "damaged" });
  });
});

describe("a file that is gone", () => {
  it("is begun anew by the next write, and nothing of it is counted any more", async () => {
    await read(-2, [single(DOWN)]);
    await read(-1, [single(UP)]);
    expect((await listEvents(NO_EVENT_PARAMETERS, OPERATOR)).counts).toMatchObject({ up: 1 });
    await read(0, [single(UP)]);
    for (const end of ["", "-wal", "-shm"]) rmSync(file() + end, { force: true });
    await read(1, [single(UP)]);
    await read(2, [single(DOWN)]);
    expect(existsSync(file())).toBe(true);
    const { counts } = await listEvents(NO_EVENT_PARAMETERS, OPERATOR);
    expect(counts).toMatchObject({ up: 0, down: 1 });
    expect(await told()).toEqual([{ minute: 2, kind: "down", before: "up", after: "down" }]);
  });
});

describe("a file that another process holds", () => {
  it("is waited for without holding anybody up, and is not read any slower", async () => {
    await read(0, [single(UP)]);
    const release = await holdLock(file());
    const order: string[] = [];
    const writing = read(1, [single(DOWN)]).then(() => order.push("written"));
    const reading = rowsOf("regions").then(() => order.push("read"));
    await new Promise((resolve) => setTimeout(resolve, 0)).then(() => order.push("other work"));
    await Promise.all([writing, reading]);
    expect(order.at(-1)).toBe("written");
    expect(notRecording()).toMatchObject({ reason: "locked" });
    await release();
    // Within the time of a gap nothing is lost: both reads are written.
    await read(2, [single(DOWN)]);
    expect(notRecording()).toBeNull();
    expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
  });
});

describe("a disk that is full", () => {
  let disk: ReturnType<typeof smallDisk>;
  beforeEach(() => {
    disk = smallDisk(history.folder);
  });
  afterEach(async () => {
    await history.restart();
    disk.end();
  });

  it("stops what is written, not what is read, and goes on with a gap", async () => {
    await read(0, [single(UP)]);
    await disk.fill();
    const many = Array.from({ length: 3_000 }, (_, index) =>
      connection(`vco-many-${index}`, [tunnel(UP)], { regionId: "region-1" }),
    );
    for (const minute of [1, 2, 3, 4, 5]) await read(minute, [single(DOWN), ...many]);
    const failure = notRecording();
    expect(failure).toMatchObject({ reason: "disk_full" });
    // There may be room for less than that.
    await read(5, [], null, "region-2");
    expect(notRecording()).toEqual(failure);
    expect(textsOf()).toEqual(["history is not being kept: the disk is full"]);
    await disk.grow();
    await read(6, [], null, "region-2");
    await read(6, [single(DOWN)]);
    expect(notRecording()).toBeNull();
    expect(await rowsOf("gaps")).toMatchObject([{ reason: "history_unavailable" }]);
    expect(await told()).toMatchObject([
      { minute: 0, kind: "no_data" },
      { minute: 6, kind: "data_back" },
      { minute: 6, kind: "down" },
    ]);
  });
});

describe("a database that a newer program has migrated", () => {
  it("is left alone, and the log says why", async () => {
    await read(0, [single(UP)]);
    await writeToDatabase((db) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db),
    );
    await history.restart();
    mute();
    await read(1, [single(DOWN)]);
    await read(2, [single(DOWN)]);
    expect(notRecording()).toMatchObject({ reason: "newer_schema" });
    expect(textsOf()).toEqual([
      "history is not being kept: a newer version of Tunnelboard has written the database; this one leaves it alone",
    ]);
  });
});

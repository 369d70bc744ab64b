import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { notRecording, shareInDatabase, useDatabase } from "@/lib/server/database/store";
import { log } from "@/lib/server/runtime/log";
import { engine } from "@/lib/server/testing/engine";
import { DOWN, read, single, startHistory, T0, told, UP } from "@/lib/server/testing/history";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";

const binaries = postgresFolder();
if (binaries === null) {
  process.stderr.write(
    "No PostgreSQL here: its tests are SKIPPED. Install Debian's package postgresql to run them.\n",
  );
}

let server: Awaited<ReturnType<typeof startPostgres>>;

/** As if the time had passed in which nobody asks a database that was away. */
function afterPause(): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + 6_000);
}
const regions = () => useDatabase((db) => db.selectFrom("regions").selectAll().execute());

describe.skipIf(binaries === null)("PostgreSQL", () => {
  engine.isServer = true;
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
    engine.url = server.url;
  });
  afterAll(() => server.end());
  beforeEach(() => server.empty());

  describe("as the embedded database", async () => {
    await import("./recorder.test");
  });
  describe("as the embedded database", async () => {
    await import("./writers.test");
  });
  describe("as the embedded database", async () => {
    await import("./event-list.test");
  });
  describe("as the embedded database", async () => {
    await import("./event-counts.test");
  });
  describe("as the embedded database", async () => {
    await import("./retention.test");
  });
  describe("as the embedded database", async () => {
    await import("./findings/record-findings.test");
  });

  it("finds a connection for what requests wait for, however much else is asked", async () => {
    const history = startHistory();
    const order: string[] = [];
    const all = Array.from({ length: 12 }, () =>
      useDatabase((db) => sql`select pg_sleep(0.5)`.execute(db)),
    );
    const rest = Promise.all(all).then(() => order.push("rest"));
    await shareInDatabase((db) => sql`select 1`.execute(db));
    order.push("shared");
    // Waiting for a turn is no failure of the server, as waiting for a connection would be.
    await rest;
    expect(order).toEqual(["shared", "rest"]);
    await history.end();
  });

  describe("when it fails", () => {
    let history: ReturnType<typeof startHistory>;
    let lines: string[];
    beforeEach(() => {
      history = startHistory();
      lines = [];
      for (const level of ["error", "info"] as const) {
        vi.spyOn(log(), level).mockImplementation((...said: unknown[]) => {
          lines.push(JSON.stringify(said));
        });
      }
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      await history.end();
    });

    it("is away for a while, and history goes on when it is back", async () => {
      await read(0, [single(UP)]);
      await server.stop();
      await read(1, [single(DOWN)]);
      expect(notRecording()).toMatchObject({ reason: "unreachable" });
      await expect(regions()).rejects.toMatchObject({ reason: "unreachable" });
      await server.start();
      afterPause();
      await read(2, [single(DOWN)]);
      expect(notRecording()).toBeNull();
      // So short a time loses nothing.
      expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
      expect(lines).toHaveLength(2);
    });

    it("holds nobody up while it does not answer, and writes nothing twice", async () => {
      await read(0, [single(UP)]);
      server.hang();
      const order: string[] = [];
      const known = await recordRead(
        { regionId: "region-1", at: T0 + 60_000, connections: [single(DOWN)] },
        null,
      );
      order.push("taken");
      await untilRecorded().then(() => order.push("given up"));
      expect(order).toEqual(["taken", "given up"]);
      expect(known.connections.size).toBe(1);
      expect(notRecording()).toMatchObject({ reason: "unreachable" });
      server.goOn();
      afterPause();
      await read(2, [single(DOWN)]);
      expect(notRecording()).toBeNull();
      expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
    });

    it("refuses the password, which nobody is told", async () => {
      vi.stubEnv("DATABASE_URL", server.urlOfStranger);
      globalThis.__tunnelboard = undefined;
      const told = vi.spyOn(log(), "error").mockImplementation((...said: unknown[]) => {
        lines.push(JSON.stringify(said));
      });
      await read(0, [single(UP)]);
      await read(1, [single(UP)]);
      expect(notRecording()).toMatchObject({ reason: "unreachable" });
      expect(told).toHaveBeenCalledTimes(1);
      expect(lines).toEqual([expect.stringContaining('"code":"28P01"')]);
      expect(lines.join("")).not.toMatch(/wrong-battery|127\.0\.0\.1|postgres:/);
      const failure = await regions().catch((error: unknown) => error);
      expect(JSON.stringify(failure) + String(failure)).not.toMatch(/wrong-battery|127\.0\.0\.1/);
    });
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sql } from "kysely";
import { writeToDatabase } from "@/lib/server/database/store";
import { startHistory } from "@/lib/server/testing/history";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

/** Kills a process that writes without a pause, some milliseconds after it has said that it does. */
async function killWhileWriting(ms: number): Promise<number> {
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "lib/server/testing/endless-writer.ts",
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill("SIGKILL");
  await once(child, "close");
  return Math.max(...output.trim().split("\n").map(Number));
}

/** However far it came with the next: each is there as a whole, or not at all. */
it.each([0, 37, 103])(
  "what is killed in the middle of writing leaves whole reads (%i ms)",
  async (ms) => {
    const written = await killWhileWriting(ms);
    const check = await writeToDatabase((db) =>
      sql<{ integrity_check: string }>`pragma integrity_check`.execute(db),
    );
    expect(check.rows).toEqual([{ integrity_check: "ok" }]);
    const found = await writeToDatabase(async (db) => ({
      region: await db.selectFrom("regions").selectAll().executeTakeFirstOrThrow(),
      intervals: await db.selectFrom("intervals").selectAll().execute(),
      events: await db.selectFrom("events").selectAll().execute(),
    }));
    const reads = found.region.revision;
    expect([written, written + 1]).toContain(reads);
    expect(found.region.last_read_at).toBe(1_000 * reads);
    // 200 connections and their tunnels, in one state more for each read.
    expect(found.intervals).toHaveLength(400 * reads);
    expect(found.intervals.filter(({ ended_at }) => ended_at === null)).toHaveLength(400);
    expect(found.events).toHaveLength(200 * (reads - 1));
  },
);

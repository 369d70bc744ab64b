import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FILE_NAME } from "@/lib/server/database/sqlite";
import { useDatabase } from "@/lib/server/database/store";
import { DOWN, read, single, startHistory, told, UP } from "@/lib/server/testing/history";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

let history: ReturnType<typeof startHistory>;
let copy = "";
beforeEach(() => {
  history = startHistory();
  copy = join(history.folder, "it's a copy.db");
});
afterEach(() => history.end());

async function backup(...args: string[]): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, ["scripts/backup.mjs", ...args]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => (output += String(chunk)));
  }
  const [code] = await once(child, "close");
  return { code, output };
}

describe("a backup", () => {
  it("is one moment of what is being written, can be read by its owner alone, and is restored by its name", async () => {
    const states = [UP, DOWN];
    const many = (minute: number) =>
      Array.from({ length: 300 }, (_, index) =>
        connection(`vco-${index}`, [tunnel(states[minute % 2] ?? UP)], { regionId: "region-1" }),
      );
    await read(0, many(0));
    let minute = 1;
    const copying = backup(copy);
    const copied = copying.then(() => true);
    for (; !(await Promise.race([copied, read(minute, many(minute)).then(() => false)]));) {
      minute += 1;
    }
    expect(await copying).toEqual({ code: 0, output: expect.stringContaining(`${copy}: `) });
    expect(statSync(copy).mode % 0o1000).toBe(0o600);

    await history.restart();
    for (const end of ["", "-wal", "-shm"])
      rmSync(join(history.folder, FILE_NAME + end), { force: true });
    copyFileSync(copy, join(history.folder, FILE_NAME));
    const found = await useDatabase(async (db) => ({
      region: await db.selectFrom("regions").selectAll().executeTakeFirstOrThrow(),
      intervals: await db.selectFrom("intervals").select("ended_at").execute(),
    }));
    const reads = found.region.revision;
    expect(reads).toBeGreaterThan(0);
    expect(found.intervals).toHaveLength(600 * reads);
    await read(minute, [single(UP)]);
    expect((await told()).length).toBeGreaterThan(0);
  });

  it("does not overwrite a file", async () => {
    await read(0, [single(UP)]);
    writeFileSync(copy, "precious");
    const { code, output } = await backup(copy);
    expect(code).toBe(1);
    expect(output).toContain("exists already");
    expect(statSync(copy).size).toBe(8);
  });

  it("says what is missing", async () => {
    expect(await backup()).toEqual({
      code: 1,
      output: expect.stringContaining("npm run backup -- FILE"),
    });
    expect((await backup(copy)).output).toContain("There is no database at");
    vi.stubEnv("DATABASE_URL", "postgres://somebody:secret@db.example.com/x");
    const { code, output } = await backup(copy);
    expect(code).toBe(1);
    expect(output).toContain("pg_dump");
    expect(output).not.toContain("secret");
    expect(existsSync(copy)).toBe(false);
  });

  it("leaves nothing of a copy that fails", async () => {
    writeFileSync(join(history.folder, FILE_NAME), "garbage ".repeat(1000));
    const { code, output } = await backup(copy);
    expect(code).toBe(1);
    expect(output).toContain("SQLITE_NOTADB");
    expect(existsSync(copy)).toBe(false);
    rmSync(join(history.folder, FILE_NAME));
  });
});

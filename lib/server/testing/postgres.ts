import "server-only";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** A server refuses to run as root; nobody owns nothing. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const USER = "tunnelboard";
const PASSWORD = "correct-horse";

/** The folder of initdb and postgres: Debian keeps them apart, a version each. Null where there is none. */
export function postgresFolder(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const folders = versions.map((one) => join(debian, one, "bin"));
  const { stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  return (
    [...folders, (stdout ?? "").trim()].find((folder) => existsSync(join(folder, "initdb"))) ?? null
  );
}

/** A server of its own in a folder of its own. `end` leaves nothing of it. */
export async function startPostgres(
  binaries: string,
  /** A test does without the disk; a benchmark must not. */
  { isDurable = false, connections = 30 } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-postgres-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, PASSWORD);
  if (NOBODY.uid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, NOBODY.uid, NOBODY.gid);
  }
  const cluster = ["-D", data, "-U", USER, "--pwfile", passwordFile, "--auth=scram-sha-256"];
  const options = { ...NOBODY, cwd: folder, stdio: "ignore" as const };
  execFileSync(join(binaries, "initdb"), [...cluster, "--no-sync", "--no-locale"], options);
  const port = await freePort();
  const urlWith = (password: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  const settings = [
    `fsync=${isDurable ? "on" : "off"}`,
    "listen_addresses=127.0.0.1",
    `max_connections=${connections}`,
  ];
  const args = ["-D", data, "-p", String(port), "-k", folder];
  let child: ChildProcess | null = null;

  const ask = async (sql: string) => {
    const client = new Client({ connectionString: urlWith(PASSWORD) });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const signal = (name: NodeJS.Signals) => {
    for (const pid of child === null ? [] : familyOf(child)) process.kill(pid, name);
  };
  const kill = () => signal("SIGKILL");
  const server = {
    url: urlWith(PASSWORD),
    urlOfStranger: urlWith("wrong-battery"),
    start: async () => {
      const given = settings.flatMap((one) => ["-c", one]);
      child = spawn(join(binaries, "postgres"), [...args, ...given], options);
      process.once("exit", kill);
      while (
        !(await ask("select 1").then(
          () => true,
          () => false,
        ))
      )
        await sleep(20);
    },
    stop: async () => {
      const exited = child === null ? null : once(child, "exit");
      // A fast shutdown: sessions are ended.
      child?.kill("SIGINT");
      await exited;
      child = null;
      process.off("exit", kill);
    },
    /** It keeps its connections and answers nothing. */
    hang: () => signal("SIGSTOP"),
    goOn: () => signal("SIGCONT"),
    /** Leaves no table. */
    empty: () => ask("drop schema public cascade; create schema public"),
    end: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await server.start();
  return server;
}

/** A server is a process of its own for each connection. */
function familyOf({ pid }: ChildProcess): number[] {
  if (pid === undefined) return [];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return [pid, ...children.trim().split(" ").filter(Boolean).map(Number)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

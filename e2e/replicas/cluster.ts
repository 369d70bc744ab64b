import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect } from "vitest";
import { accountOf, freePort } from "@/e2e/app-server";
import { startAccount } from "@/e2e/replicas/account";
import { recordCalls } from "@/e2e/replicas/calls";
import { startNginx } from "@/e2e/replicas/nginx";
import { startRelay } from "@/e2e/replicas/relay";
import { replicaAt, type RunningReplica } from "@/e2e/replicas/replica";
import { sessionAt } from "@/e2e/replicas/viewers";
import { ask } from "@/e2e/raw-request";
import { makeUsersFile } from "@/e2e/users-file";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";
import type { Simulator } from "@/lib/simulator/simulator";

/** Room for a busy machine; what the product promises is asserted apart. */
const TIMEOUT_MS = 120_000;
/** Whoever leads says so every two seconds. */
const HEARTBEAT_MS = 4_000;
/** What a replica says to whoever is signed in, where nothing is away. */
const WELL = '{"status":"ok"}';

/** The account, with production's intervals in the place of those that tests have. */
export function productionOf(simulator: Simulator): Record<string, string> {
  const {
    TUNNELBOARD_CACHE_SECONDS: _cache,
    TUNNELBOARD_STALE_SECONDS: _stale,
    TUNNELBOARD_POLL_SECONDS: _poll,
    ...settings
  } = accountOf(simulator);
  return settings;
}

/** Three replicas with production's intervals, each with a way of its own to PostgreSQL, and nginx in front. */
export async function startCluster() {
  const account = await startAccount();
  const calls = recordCalls(account.simulator);
  const database = await startPostgres(postgresFolder() ?? "", { isDurable: true });
  const users = makeUsersFile({ vera: "viewer", ines: "viewer", mila: "viewer", olga: "operator" });
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const relays = await Promise.all(ports.map(() => startRelay(Number(new URL(database.url).port))));
  const settings = productionOf(account.simulator);
  const replicas = ports.map((port, index) => {
    const url = new URL(database.url);
    url.port = String(relays[index]?.port);
    const shared = { ...users.settings, TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1" };
    return replicaAt(port, { ...settings, ...shared, DATABASE_URL: url.href });
  });
  const nginx = await startNginx(ports);

  /** Of PostgreSQL itself, past the relays. */
  async function rows<Row>(text: string): Promise<Row[]> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** Of whoever leads, by the database's clock. */
  const heartbeatAge = async () => {
    const age = "extract(epoch from clock_timestamp()) * 1000 - heartbeat_at";
    const found = await rows<{ age: string }>(`select ${age} as age from leaders`).catch(() => []);
    return Number(found[0]?.age ?? Number.POSITIVE_INFINITY);
  };
  let cookie: string | null = null;
  const healthAt = async (url: string) => {
    cookie ??= await sessionAt(url, "ines");
    return (await ask(url, "/api/health", { headers: { cookie } })).body;
  };

  const roles = () => replicas.map((one) => one.role());
  const running = () => replicas.filter((one) => one.role() !== null);

  function leader(): { replica: RunningReplica; index: number } {
    const index = roles().indexOf("leader");
    const replica = replicas[index];
    if (replica === undefined) throw new Error(`Nobody leads: ${roles().join(", ")}.`);
    return { replica, index };
  }

  return {
    account,
    calls,
    database,
    nginx,
    replicas,
    relays,
    /** In order of the alphabet. */
    roles: () => roles().map(String).toSorted(),
    running,
    rows,
    leader,
    /** One leads, and all others that run follow. Milliseconds until then. */
    async untilTogether(): Promise<number> {
      const start = performance.now();
      await expect.poll(heartbeatAge, { timeout: TIMEOUT_MS }).toBeLessThan(HEARTBEAT_MS);
      for (const { url } of running()) {
        await expect.poll(() => healthAt(url), { timeout: TIMEOUT_MS }).toBe(WELL);
      }
      await expect.poll(() => isTogether(roles()), { timeout: TIMEOUT_MS }).toBe(true);
      return performance.now() - start;
    },
    /** Another one than this leads. Milliseconds until then. */
    async untilReplaced(index: number): Promise<number> {
      const start = performance.now();
      const isReplaced = () => replicas.some((one, at) => at !== index && one.role() === "leader");
      while (!isReplaced() && performance.now() - start < TIMEOUT_MS) await sleep(20);
      return performance.now() - start;
    },
    async close() {
      calls.close();
      await nginx.close();
      for (const one of replicas) one.signal("SIGCONT");
      await Promise.all(replicas.map((one) => one.end("SIGKILL")));
      for (const relay of relays) relay.close();
      await database.end();
      await account.simulator.close();
      users.close();
    },
  };
}

/** Those that run: one leads, and all others follow. */
function isTogether(roles: (string | null)[]): boolean {
  const others = roles.filter((role) => role !== null && role !== "leader");
  const leaders = roles.filter((role) => role === "leader");
  return leaders.length === 1 && others.every((role) => role === "follower");
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

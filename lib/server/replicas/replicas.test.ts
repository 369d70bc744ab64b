import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openSession } from "@/lib/server/database/session";
import { confirm } from "@/lib/server/replicas/election";
import { CHANNEL } from "@/lib/server/replicas/replica";
import { shareInDatabase } from "@/lib/server/database/store";
import { holdTerm } from "@/lib/server/replicas/term";
import { engine } from "@/lib/server/testing/engine";
import { startHistory } from "@/lib/server/testing/history";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";
import { replicaAt, replicaProcess, type TestReplica } from "@/lib/server/testing/replicas";

const binaries = postgresFolder();

let server: Awaited<ReturnType<typeof startPostgres>>;
let history: ReturnType<typeof startHistory>;
let replicas: TestReplica[] = [];
const WAIT = { timeout: 60_000, interval: 20 };

const leaders = () => replicas.filter((one) => one.role() === "leader");
const oneLeads = () =>
  vi.waitFor(() => {
    const [leader, ...others] = leaders();
    if (leader === undefined || others.length > 0) throw new Error("not one");
    return leader;
  }, WAIT);
const writes = (term: number | null) =>
  shareInDatabase((db) => db.transaction().execute((tx) => holdTerm(tx, term)));

const start = (count: number) => {
  replicas = Array.from({ length: count }, () => replicaAt(server.url));
};

describe.skipIf(binaries === null)("replicas on one database", () => {
  engine.isServer = true;
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
    engine.url = server.url;
  });
  afterAll(() => server.end());
  beforeEach(async () => {
    await server.empty();
    history = startHistory();
  });
  afterEach(async () => {
    for (const one of replicas) one.stop();
    replicas = [];
    await history.end();
  });

  it("elect one of them, and another when it ends", async () => {
    start(3);
    const first = await oneLeads();
    await vi.waitFor(
      () => expect(replicas.map((one) => one.role())).not.toContain("joining"),
      WAIT,
    );
    expect(replicas.filter((one) => one.role() === "follower")).toHaveLength(2);
    const term = first.term() ?? 0;
    await writes(term);
    first.stop();
    expect(first.role()).toBe("alone");
    const second = await oneLeads();
    expect(second.term()).toBe(term + 1);
    await expect(writes(term)).rejects.toThrow(
      expect.objectContaining({ name: "NotLeadingError" }),
    );
    await writes(term + 1);
  });

  it("take no new term while a write holds the old one, which holds up no heartbeat", async () => {
    start(1);
    const term = (await oneLeads()).term() ?? 0;
    replicas[0]?.stop();
    const options = { replicaId: "another", timeoutMs: 20_000 };
    const nothing = { onMessage: () => undefined, onEnd: () => undefined };
    const session = await openSession(server.url, CHANNEL, { ...options, ...nothing });
    await session.query("set lock_timeout = 200");
    await shareInDatabase((db) =>
      db.transaction().execute(async (tx) => {
        await holdTerm(tx, term);
        expect(await confirm(session, term)).toBe(true);
        await expect(session.query("update leaders set term = term + 1")).rejects.toMatchObject({
          code: "55P03",
        });
      }),
    );
    session.end();
  });

  it("tell each other what they send", async () => {
    start(2);
    await oneLeads();
    await vi.waitFor(() => expect(replicas.map((one) => one.role())).toContain("follower"), WAIT);
    for (const one of replicas) one.send(one.id);
    for (const one of replicas) {
      await vi.waitFor(
        () => expect(one.messages.toSorted()).toEqual(replicas.map(({ id }) => id).toSorted()),
        WAIT,
      );
    }
  });

  it("go on alone while the database is away, and elect a leader when it is back", async () => {
    start(2);
    const { term } = await oneLeads();
    const before = term() ?? 0;
    await server.stop();
    await vi.waitFor(
      () => expect(replicas.map((one) => one.role())).toEqual(["alone", "alone"]),
      WAIT,
    );
    await server.start();
    const leader = await oneLeads();
    expect(leader.term()).toBeGreaterThan(before);
    await vi.waitFor(() => expect(replicas.map((one) => one.role())).toContain("follower"), WAIT);
  });

  it("go on alone while the database hangs", async () => {
    start(2);
    await oneLeads();
    server.hang();
    await vi.waitFor(
      () => expect(replicas.map((one) => one.role())).toEqual(["alone", "alone"]),
      WAIT,
    );
    server.goOn();
    await oneLeads();
  });

  it(
    "replace a leader that is killed or stopped, which then may write no more",
    { timeout: 120_000 },
    async () => {
      const killed = replicaProcess();
      const stopped = replicaProcess();
      try {
        await vi.waitFor(() => expect([killed.lines, stopped.lines].flat()).toHaveLength(2), WAIT);
        const [leader, follower] =
          killed.lines[0] === "leader 1" ? [killed, stopped] : [stopped, killed];
        expect(follower.lines).toEqual(["follower null"]);
        leader.signal("SIGKILL");
        await vi.waitFor(() => expect(follower.lines).toContain("leader 2"), WAIT);
        follower.ask();
        await vi.waitFor(() => expect(follower.lines).toContain("written"), WAIT);
        start(1);
        follower.signal("SIGSTOP");
        expect((await oneLeads()).term()).toBe(3);
        follower.ask();
        follower.signal("SIGCONT");
        await vi.waitFor(() => expect(follower.lines).toContain("NotLeadingError"), WAIT);
        await vi.waitFor(() => expect(follower.lines.at(-1)).toBe("follower null"), WAIT);
        expect(leaders()).toHaveLength(1);
      } finally {
        await Promise.all([killed, stopped].map((one) => one.end()));
      }
    },
  );
});

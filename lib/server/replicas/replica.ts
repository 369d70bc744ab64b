import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { openSession, type Session } from "@/lib/server/database/session";
import { confirm, endSilentLeader, stand } from "@/lib/server/replicas/election";

/** `joining` for a moment after the start; `alone` while the database is away. */
export type Role = "joining" | "alone" | "follower" | "leader";

export type Replica = {
  /** A leader that could not say so for a while, as after being stopped, is none. */
  role: () => Role;
  /** Of its leadership; null where it does not lead. */
  term: () => number | null;
  /** Sends to all replicas, itself too. Never fails: what is lost is made good by whoever waits. */
  send: (text: string) => void;
  stop: () => void;
};

type Options = {
  url: string;
  replicaId: string;
  /** Before each new session, which needs the tables. Throws while the database is away. */
  prepare: () => Promise<unknown>;
  onRole: (role: Role, before: Role) => void;
  onMessage: (text: string) => void;
  times?: Partial<Times>;
};

type Times = {
  /** Between heartbeats, and between attempts to lead or to connect. */
  tickMs: number;
  /** A query that takes longer ends the session. */
  queryMs: number;
  /** A leader whose last heartbeat is older is none in its own eyes: sooner than in the eyes of others. */
  confirmedMs: number;
  silentMs: number;
};

const TIMES: Times = { tickMs: 2_000, queryMs: 5_000, confirmedMs: 6_000, silentMs: 8_000 };

export const CHANNEL = "tunnelboard";

/** Takes part in the elections of replicas that share a database, until it is stopped. */
export function startReplica(options: Options): Replica {
  const { url, replicaId, prepare, onRole, onMessage } = options;
  const times = { ...TIMES, ...options.times };
  const stopping = new AbortController();
  let session: Session | null = null;
  let wake: (() => void) | null = null;
  let last: Role = "joining";
  let lead: { term: number; confirmedAt: number } | null = null;

  function role(): Role {
    if (last !== "leader" || lead === null) return last;
    return performance.now() - lead.confirmedAt < times.confirmedMs ? "leader" : "follower";
  }

  function become(next: Role): void {
    const before = last;
    last = next;
    if (next !== "leader") lead = null;
    if (next !== before) onRole(next, before);
  }

  /** Or until the session ends. */
  function pause(): Promise<unknown> {
    const isWoken = new Promise<void>((resolve) => (wake = resolve));
    return Promise.race([isWoken, sleep(times.tickMs, undefined, { ref: false })]);
  }

  async function tick(open: Session): Promise<void> {
    // Time that passes while the answer is on its way counts against the leader.
    const now = performance.now();
    if (lead !== null) {
      if (!(await confirm(open, lead.term))) throw new Error("deposed");
      lead.confirmedAt = now;
      return;
    }
    const term = (await stand(open, replicaId)) ?? (await standAgain(open));
    // The session may have ended meanwhile, and the lock with it.
    if (session !== open) return;
    if (term === null) return become("follower");
    lead = { term, confirmedAt: now };
    become("leader");
  }

  async function standAgain(open: Session): Promise<number | null> {
    return (await endSilentLeader(open, times.silentMs)) ? stand(open, replicaId) : null;
  }

  async function takePart(): Promise<void> {
    await prepare();
    const ended = new AbortController();
    const open = await openSession(url, CHANNEL, {
      replicaId,
      timeoutMs: times.queryMs,
      onMessage,
      onEnd: () => {
        ended.abort();
        session = null;
        // At once, whatever the loop waits for.
        become("alone");
        wake?.();
      },
    });
    session = open;
    try {
      while (!ended.signal.aborted && !stopping.signal.aborted) {
        await tick(open);
        await pause();
      }
    } finally {
      open.end();
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Whatever it is, the next session begins from the beginning; the store tells of a database that is away.
      await takePart().catch(() => undefined);
      if (stopping.signal.aborted) return;
      become("alone");
      await pause();
    }
  }

  void run();
  return {
    role,
    term: () => (role() === "leader" ? (lead?.term ?? null) : null),
    send: (text) => {
      session?.query("select pg_notify($1, $2)", [CHANNEL, text]).catch(() => undefined);
    },
    stop: () => {
      stopping.abort();
      session?.end();
      wake?.();
    },
  };
}

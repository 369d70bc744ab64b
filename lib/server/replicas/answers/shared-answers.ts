import "server-only";
import { listAnswers } from "@/lib/server/replicas/answers/answer-store";
import type { AnswerKind } from "@/lib/server/replicas/answers/kind";
import { messageOf, outbox, type Subject } from "@/lib/server/replicas/answers/messages";
import { type Database, sharedKind } from "@/lib/server/replicas/answers/shared-kind";
import { createWaiting } from "@/lib/server/replicas/answers/waiting";
import type { Role } from "@/lib/server/replicas/replica";

/** What replicas have read, as one of them sees it. */
export type Replicas = {
  role: () => Role | "single";
  term: () => number | null;
  send: (text: string) => void;
  database: Database;
};

export type SharedAnswers<Answer> = {
  /**
   * What the leader has read, or reads when it is asked; by itself where nothing is shared, where it leads, and
   * where no leader answers. For the cache of the kind, as what loads an answer. Throws what `read` throws.
   */
  load: (key: string, read: () => Promise<Answer>, isUrgent: boolean) => Promise<Answer>;
  /** Somebody waits now for what nobody had to wait for before. */
  hurry: (key: string) => void;
  /** Tells the others what has become of an answer, if this replica leads. */
  changed: (key: string) => void;
};

type Times = {
  /** Without a word from the leader for so long, there is none. */
  silenceMs: number;
  /** How long nobody then waits for one. */
  pauseMs: number;
  /** How often a leader says that it is at it. */
  readingMs: number;
};

const TIMES: Times = { silenceMs: 1_500, pauseMs: 5_000, readingMs: 500 };

type Shared = Pick<
  ReturnType<typeof sharedKind>,
  "readNow" | "publish" | "pull" | "revisionOf" | "untilPublished"
>;

export function createSharedAnswers(replicas: Replicas, times: Times = TIMES) {
  const kinds = new Map<string, Shared>();
  const post = outbox(replicas.send);
  const waiting = createWaiting(times);

  function publish(shared: Shared, key: string): void {
    const term = replicas.term();
    // A read that fails to get there goes with the next one; the log tells of a database that is away.
    if (term !== null) shared.publish(key, term).catch(() => undefined);
  }

  /** Whoever waits has what there is, or reads for itself. */
  async function pull(subject: Subject): Promise<void> {
    const shared = kinds.get(subject.kind);
    if (shared === undefined || replicas.role() === "leader") return;
    const isThere = await shared.pull(subject.key).catch(() => false);
    waiting.end(subject, isThere);
  }

  async function answer(subject: Subject): Promise<void> {
    const shared = kinds.get(subject.kind);
    if (shared === undefined || replicas.role() !== "leader") return;
    const say = () => post("reading", subject);
    say();
    const saying = setInterval(say, times.readingMs);
    await shared.readNow(subject.key, subject.isUrgent).catch(() => undefined);
    // What has been read is published in the next turn.
    await new Promise(setImmediate);
    await shared.untilPublished(subject.key);
    clearInterval(saying);
    post("answered", subject);
  }

  function onMessage(text: string): void {
    const message = messageOf(text);
    for (const subject of message?.about ?? []) {
      if (message?.type === "wanted") void answer(subject);
      if (message?.type === "published") void pull(subject);
      if (message?.type === "reading") waiting.prolong(subject);
      if (message?.type === "answered" && waiting.has(subject)) void pull(subject);
    }
  }

  /** What was missed while this replica was not connected, or because a message was lost. */
  async function pullMissed(): Promise<void> {
    if (replicas.role() !== "follower") return;
    const rows = await replicas.database(listAnswers).catch(() => []);
    const missed = rows.filter(
      ({ kind, key, revision }) => (kinds.get(kind)?.revisionOf(key) ?? revision) !== revision,
    );
    await Promise.all(missed.map(({ kind, key }) => pull({ kind, key, isUrgent: false })));
  }

  function onRole(role: Role): void {
    // A new leader is asked anew; without one everybody reads for itself.
    waiting.endAll();
    if (role === "follower") void pullMissed();
  }

  function share<Answer extends object, Item>(
    kind: AnswerKind<Answer, Item>,
  ): SharedAnswers<Answer> {
    const shared = sharedKind(kind, replicas.database);
    kinds.set(kind.name, shared);

    async function load(
      key: string,
      read: () => Promise<Answer>,
      isUrgent: boolean,
    ): Promise<Answer> {
      const subject = { kind: kind.name, key, isUrgent };
      if (replicas.role() === "follower") {
        const isThere = waiting.begin(subject);
        post("wanted", subject);
        const kept = (await isThere) ? kind.cache().kept(key) : undefined;
        if (kept !== undefined && kept.failure !== null) throw kept.failure.error;
        if (kept !== undefined && kept.answer !== null) return kept.answer;
      }
      try {
        return await read();
      } finally {
        // By then it is in the cache.
        setImmediate(() => publish(shared, key));
      }
    }

    function hurry(key: string): void {
      const subject = { kind: kind.name, key, isUrgent: true };
      if (waiting.hurry(subject)) post("wanted", subject);
    }
    return { load, hurry, changed: (key) => publish(shared, key) };
  }

  return { share, onMessage, onRole, pullMissed };
}

import "server-only";
import type { Kysely } from "kysely";
import type { Schema } from "@/lib/server/database/schema";
import { loadAnswer, saveAnswer } from "@/lib/server/replicas/answers/answer-store";
import type { AnswerKind } from "@/lib/server/replicas/answers/kind";
import { textOf } from "@/lib/server/replicas/answers/messages";
import { areSameItems, bodyOf, itemsOf, partsOfItems } from "@/lib/server/replicas/answers/parts";
import type { Kept } from "@/lib/server/runtime/answer-cache";

export type Database = <Result>(work: (db: Kysely<Schema>) => Promise<Result>) => Promise<Result>;

/** What has been read from the database of one key. */
type Held<Answer, Item> = {
  revision: number;
  parts: { revision: number; items: Item[] }[];
  kept: Kept<Answer>;
};

/** Writes answers of one kind to the database, and reads them, one after the other for each key. */
export function sharedKind<Answer extends object, Item>(
  kind: AnswerKind<Answer, Item>,
  database: Database,
) {
  const held = new Map<string, Held<Answer, Item>>();
  /** Items as they were last published, and in which term. */
  const published = new Map<string, { term: number; parts: Item[][] }>();
  const queues = new Map<string, Promise<unknown>>();

  function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (queues.get(key) ?? Promise.resolve()).then(work, work);
    queues.set(key, turn);
    return turn;
  }

  /** Throws what the database says, or NotLeadingError. */
  async function publish(key: string, term: number): Promise<void> {
    const kept = kind.cache().kept(key);
    if (kept === undefined) return;
    const { answer, answeredAt, failure } = kept;
    const message = textOf("published", [{ kind: kind.name, key, isUrgent: false }]);
    const name = { kind: kind.name, key };
    const now = performance.now();
    if (failure !== null || answer === null) {
      const told = { error: kind.failureToJson(failure?.error), inARow: failure?.inARow ?? 1 };
      const answered = { head: null, partCount: 0, parts: [], failure: JSON.stringify(told) };
      const ageMs = now - (failure?.at ?? now);
      return database((db) => saveAnswer(db, name, { ...answered, ageMs }, term, message));
    }
    const { head, items } = kind.partsOf(answer);
    const before = published.get(key);
    // Until it has been written, nobody knows what there is.
    published.delete(key);
    const parts = partsOfItems(items);
    const news: { part: number; body: Buffer }[] = [];
    for (const [part, some] of parts.entries()) {
      if (before?.term === term && areSameItems(before.parts[part], some)) continue;
      news.push({ part, body: await bodyOf(some, (item) => kind.toJson(item, term)) });
    }
    const told = { head: JSON.stringify(head), partCount: parts.length, failure: null };
    const ageMs = performance.now() - answeredAt;
    await database((db) => saveAnswer(db, name, { ...told, ageMs, parts: news }, term, message));
    published.set(key, { term, parts });
  }

  /**
   * Takes over what the leader has read. Whether it could: what another version has written says nothing here.
   * Throws what the database says.
   */
  async function pull(key: string): Promise<boolean> {
    const before = held.get(key);
    const revisions = before?.parts.map(({ revision }) => revision) ?? [];
    const loaded = await database((db) => loadAnswer(db, { kind: kind.name, key }, revisions));
    if (loaded === null) return false;
    if (loaded.revision === before?.revision) {
      kind.cache().take(key, before.kept);
      return true;
    }
    const now = performance.now();
    const parts: Held<Answer, Item>["parts"] = [];
    for (const [part, revision] of loaded.revisions.entries()) {
      const body = loaded.bodies.get(part);
      const known = before?.parts[part];
      const items = body === undefined ? known?.items : await itemsOf(body, kind.fromJson);
      if (!items) return false;
      parts.push({ revision, items });
    }
    const failure = failureOf(loaded.failure, now - (loaded.failure_age ?? 0));
    const items = parts.flatMap((one) => one.items);
    const isSame =
      before !== undefined &&
      parts.length === before.parts.length &&
      parts.every(({ revision }, part) => revision === before.parts[part]?.revision);
    const answer =
      loaded.head === null
        ? null
        : kind.answerOf(JSON.parse(loaded.head), items, isSame ? before.kept.answer : null);
    const kept = { answer, answeredAt: now - (loaded.answer_age ?? 0), failure };
    held.set(key, { revision: loaded.revision, parts, kept });
    kind.cache().take(key, kept);
    return true;
  }

  function failureOf(text: string | null, at: number): Kept<Answer>["failure"] {
    if (text === null) return null;
    const told: unknown = JSON.parse(text);
    if (typeof told !== "object" || told === null || !("error" in told)) return null;
    const inARow = "inARow" in told && typeof told.inARow === "number" ? told.inARow : 1;
    return { error: kind.failureFromJson(told.error), at, inARow };
  }

  return {
    name: kind.name,
    readNow: kind.readNow,
    publish: (key: string, term: number) => inTurn(key, () => publish(key, term)),
    pull: (key: string) => inTurn(key, () => pull(key)),
    revisionOf: (key: string) => held.get(key)?.revision ?? 0,
    untilPublished: (key: string) => (queues.get(key) ?? Promise.resolve()).catch(() => undefined),
  };
}

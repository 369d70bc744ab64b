import "server-only";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { FORMAT } from "@/lib/server/replicas/answers/kind";
import { CHANNEL } from "@/lib/server/replicas/replica";
import { holdTerm } from "@/lib/server/replicas/term";

export type AnswerKey = { kind: string; key: string };

export type NewAnswer = {
  /** Null where the read has failed. */
  head: string | null;
  /** How long ago it was read. */
  ageMs: number;
  partCount: number;
  /** Those that say something new. */
  parts: { part: number; body: Buffer }[];
  failure: string | null;
};

/** How old something is on the database's clock becomes what time it was then. */
const timeOf = (ageMs: number) =>
  sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint - ${Math.round(ageMs)}::bigint`;
const age = (column: "answered_at" | "failed_at") =>
  sql<number | null>`(extract(epoch from clock_timestamp()) * 1000)::bigint - ${sql.ref(column)}`;

/** With a message to all replicas, which PostgreSQL sends when it is written. Throws NotLeadingError. */
export async function saveAnswer(
  db: Kysely<Schema>,
  { kind, key }: AnswerKey,
  answer: NewAnswer,
  term: number | null,
  message: string,
): Promise<void> {
  const { head, ageMs, partCount, parts, failure } = answer;
  const isFailure = failure !== null;
  await db.transaction().execute(async (tx) => {
    await holdTerm(tx, term);
    const failed = { failure, failed_at: isFailure ? timeOf(ageMs) : null };
    const answered = { head, answered_at: timeOf(ageMs) };
    const { revision } = await tx
      .insertInto("shared_answers")
      .values({
        account: ACCOUNT,
        kind,
        key,
        format: FORMAT,
        term: term ?? 0,
        revision: 1,
        ...failed,
        ...(isFailure ? { head: null, answered_at: null } : answered),
      })
      .onConflict((conflict) =>
        conflict.columns(["account", "kind", "key"]).doUpdateSet((columns) => ({
          format: FORMAT,
          term: term ?? 0,
          revision: sql<number>`${columns.ref("shared_answers.revision")} + 1`,
          ...failed,
          ...(!isFailure && answered),
        })),
      )
      .returning("revision")
      .executeTakeFirstOrThrow();
    for (const { part, body } of parts) {
      await tx
        .insertInto("shared_parts")
        .values({ account: ACCOUNT, kind, key, part, revision, body })
        .onConflict((conflict) =>
          conflict.columns(["account", "kind", "key", "part"]).doUpdateSet({ revision, body }),
        )
        .execute();
    }
    if (!isFailure) {
      await tx
        .deleteFrom("shared_parts")
        .where("account", "=", ACCOUNT)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .where("part", ">=", partCount)
        .execute();
    }
    await sql`select pg_notify(${CHANNEL}, ${message})`.execute(tx);
  });
}

/** What there is, without the parts that the reader has. */
export async function loadAnswer(
  db: Kysely<Schema>,
  { kind, key }: AnswerKey,
  /** Revisions of the parts that are known, in order. */
  known: readonly number[],
) {
  // Answer and parts of one moment.
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const answer = await tx
        .selectFrom("shared_answers")
        .select(["format", "term", "revision", "head", "failure"])
        .select([age("answered_at").as("answer_age"), age("failed_at").as("failure_age")])
        .where("account", "=", ACCOUNT)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .executeTakeFirst();
      if (answer === undefined || answer.format !== FORMAT) return null;
      const ofAnswer = tx
        .selectFrom("shared_parts")
        .where("account", "=", ACCOUNT)
        .where("kind", "=", kind)
        .where("key", "=", key)
        .orderBy("part");
      const revisions = await ofAnswer.select(["part", "revision"]).execute();
      const wanted = revisions.filter(({ part, revision }) => known[part] !== revision);
      const bodies = new Map<number, Buffer>();
      for (const { part } of wanted) {
        const { body } = await ofAnswer
          .select("body")
          .where("part", "=", part)
          .executeTakeFirstOrThrow();
        bodies.set(part, body);
      }
      return { ...answer, revisions: revisions.map(({ revision }) => revision), bodies };
    });
}

/** What there is of all, for replicas that may have missed a message. */
export function listAnswers(db: Kysely<Schema>) {
  return db
    .selectFrom("shared_answers")
    .select(["kind", "key", "revision"])
    .where("account", "=", ACCOUNT)
    .where("format", "=", FORMAT)
    .execute();
}

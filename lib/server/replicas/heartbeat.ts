import "server-only";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";

/** By the database's clock, which all replicas have in common. */
export const DATABASE_NOW = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Who has not been heard of for so long is not alone somewhere but gone, and has no share any more. */
export const GONE_AFTER_MS = 600_000;

/** Where neither the settings nor the database has said how many there are. */
const UNKNOWN = 2;

/** What the database's clock showed, and when it was asked, by `performance.now`. */
type Clock = { shown: number; at: number };

/** Tells the other replicas that this one is there, and counts them. */
export function createHeartbeat(replicaId: string, expected: number | null) {
  let seen: number | null = null;

  return {
    replicas: () => (seen === null ? (expected ?? UNKNOWN) : Math.max(expected ?? 1, seen)),
    /** Counts the others. That it answers says that the database does. What its clock showed comes back. */
    async count(db: Kysely<Schema>): Promise<Clock> {
      const at = performance.now();
      const { rows } = await sql<{ shown: number; others: number }>`
        select shown, (
          select count(*) from replicas
          where account = ${ACCOUNT} and replica_id <> ${replicaId}
          and seen_at > shown - ${GONE_AFTER_MS}::bigint
        ) as others from (select ${DATABASE_NOW} as shown) as clock`.execute(db);
      const [row] = rows;
      if (row === undefined) throw new Error("The database counts no replicas.");
      seen = row.others + 1;
      return { shown: row.shown, at };
    },
    /**
     * Throws where the database takes it later than `limitMs`: a server that had been stopped would else
     * tell the others of a replica that has long gone on alone.
     */
    async beat(db: Kysely<Schema>, { shown, at }: Clock, limitMs: number): Promise<void> {
      const latest = shown + (performance.now() - at) + limitMs;
      const { rows } = await sql`
        insert into replicas (account, replica_id, seen_at)
        select ${ACCOUNT}, ${replicaId}, shown from (select ${DATABASE_NOW} as shown) as clock
        where shown <= ${latest}::double precision
        on conflict (account, replica_id) do update set seen_at = excluded.seen_at
        returning seen_at`.execute(db);
      if (rows.length === 0) throw new Error("timeout");
    },
    async removeGone(db: Kysely<Schema>): Promise<void> {
      await sql`delete from replicas where account = ${ACCOUNT}
        and seen_at < ${DATABASE_NOW} - ${GONE_AFTER_MS}::bigint`.execute(db);
    },
    async end(db: Kysely<Schema>): Promise<void> {
      await db
        .deleteFrom("replicas")
        .where("account", "=", ACCOUNT)
        .where("replica_id", "=", replicaId)
        .execute();
    },
  };
}

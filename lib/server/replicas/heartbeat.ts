import "server-only";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";

/** By the database's clock, which all replicas have in common. */
export const DATABASE_NOW = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Who has not been heard of for so long is not alone somewhere but gone, and has no share any more. */
export const GONE_AFTER_MS = 600_000;

/** Where neither the settings nor the database has said how many there are. */
const UNKNOWN = 2;

/** Tells the other replicas that this one is there, and counts them. */
export function createHeartbeat(replicaId: string, expected: number | null) {
  let seen: number | null = null;
  /** What the database's clock showed, and when. */
  let clock: { shown: number; at: number } | null = null;

  return {
    replicas: () => (seen === null ? (expected ?? UNKNOWN) : Math.max(expected ?? 1, seen)),
    /**
     * Throws where the database has taken it later than `limitMs`: a server that had been stopped would else
     * tell the others of a replica that has long gone on alone.
     */
    async beat(db: Kysely<Schema>, limitMs: number): Promise<void> {
      const at = performance.now();
      const latest = clock === null ? null : clock.shown + (at - clock.at) + limitMs;
      const { rows } = await sql<{ shown: number; is_taken: boolean; others: number }>`
        with clock as materialized (select ${DATABASE_NOW} as shown),
        beat as (
          insert into replicas (account, replica_id, seen_at)
          select ${ACCOUNT}, ${replicaId}, shown from clock
          where ${latest}::double precision is null or shown <= ${latest}::double precision
          on conflict (account, replica_id) do update set seen_at = excluded.seen_at
          returning seen_at
        )
        select shown, exists (select from beat) as is_taken, (
          select count(*) from replicas
          where account = ${ACCOUNT} and replica_id <> ${replicaId}
          and seen_at > shown - ${GONE_AFTER_MS}::bigint
        ) as others from clock`.execute(db);
      const [row] = rows;
      if (row === undefined) throw new Error("The database counts no replicas.");
      clock = { shown: row.shown, at };
      if (!row.is_taken) throw new Error("timeout");
      seen = row.others + 1;
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

import "server-only";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { DATABASE_NOW } from "@/lib/server/replicas/heartbeat";
import type { CallStart } from "@/lib/server/vpc-api/quota/call-quota";

/** Counts in the database what was started while it was away, as of when that was. */
export async function handIn(
  db: Kysely<Schema>,
  starts: CallStart[],
  now: number,
  bucketMs: number,
): Promise<void> {
  const column = <Value>(of: (start: CallStart) => Value) => starts.map(of);
  await sql`
    insert into call_counts as known (account, action, region_id, began_at, calls, background_calls)
    select ${ACCOUNT}, action, region_id, (shown - ago) / bucket * bucket, count(*), sum(background)
    from unnest(
      ${column(({ action }) => action)}::text[], ${column(({ regionId }) => regionId)}::text[],
      ${column(({ at }) => Math.round(now - at))}::bigint[],
      ${column(({ isBackground }) => Number(isBackground))}::integer[]
    ) as started (action, region_id, ago, background),
    (select ${DATABASE_NOW} as shown, ${bucketMs}::bigint as bucket) as clock
    group by 2, 3, 4
    on conflict (account, action, region_id, began_at) do update
    set calls = known.calls + excluded.calls,
    background_calls = known.background_calls + excluded.background_calls`.execute(db);
}

/** Rows that no span reaches any more. */
export async function removeOldCounts(db: Kysely<Schema>, olderThanMs: number): Promise<void> {
  await sql`delete from call_counts
    where account = ${ACCOUNT} and began_at < ${DATABASE_NOW} - ${olderThanMs}::bigint`.execute(db);
}

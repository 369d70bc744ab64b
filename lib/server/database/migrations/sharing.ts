import "server-only";
import { type Kysely, type Migration, sql } from "kysely";
import { type Engine, keyedTables } from "@/lib/server/database/migrations/tables";

/**
 * What replicas agree on: who is there, how often the API was called, which sessions have ended, who guesses
 * at passwords. A file has one process, which remembers that by itself.
 */
export function sharing(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "sqlite") return;
      const keyed = keyedTables(engine);
      const ofReplica = { seen_at: "bigint", key_names: "text" } as const;
      await keyed(db, "replicas", { replica_id: "text" }, ofReplica).execute();
      const key = { action: "text", region_id: "text", began_at: "bigint" } as const;
      const counts = { calls: "integer", background_calls: "integer" } as const;
      await keyed(db, "call_counts", key, counts).execute();
      await db.schema
        .createTable("call_pace")
        .addColumn("account", "text", (column) => column.primaryKey())
        .addColumn("next_at", "double precision", (column) => column.notNull())
        .execute();
      await keyed(
        db,
        "revocations",
        { hash: "text" },
        { revoked_at: "bigint", expires_at: "bigint" },
      ).execute();
      await db.schema
        .createIndex("revocations_by_revoked_at")
        .on("revocations")
        .columns(["account", "revoked_at"])
        .execute();
      await keyed(
        db,
        "sign_in_tries",
        { hash: "text" },
        { tries: "integer", closed_until: "bigint", tried_at: "bigint" },
      ).execute();
      await takeCalls(db);
      await takeTries(db);
    },
  };
}

/**
 * Takes calls out of what all replicas may make: a function, so that nobody holds the lock while a network or
 * a busy process is waited for. For each call asked for, in their order: when it may start, or how long to wait.
 * The limits come with the question; who has been silent for a while may be alone, and its part is left to it.
 */
async function takeCalls(db: Kysely<unknown>): Promise<void> {
  await sql`
create function take_calls(
  of_account text, by_replica text, actions text[], region_ids text[], are_background boolean[],
  interval_ms double precision, lead_ms double precision, max_calls integer, max_background_calls integer,
  span_ms double precision, bucket_ms bigint, silent_ms bigint, gone_ms bigint, expected integer
) returns table (clock_ms double precision, start_at double precision, wait_ms double precision)
language plpgsql as $$
declare
  next_start double precision;
  others integer;
  silent integer;
  kept double precision;
  begun bigint;
  counted bigint;
  counted_background bigint;
  oldest bigint;
  oldest_background bigint;
begin
  insert into call_pace (account, next_at) values (of_account, 0) on conflict do nothing;
  select next_at into next_start from call_pace where account = of_account for update;
  clock_ms := extract(epoch from clock_timestamp()) * 1000;
  -- The clock was set back.
  if next_start > clock_ms + 60000 then next_start := clock_ms; end if;
  next_start := greatest(next_start, clock_ms + lead_ms);
  select count(*), count(*) filter (where seen_at < clock_ms - silent_ms) into others, silent
    from replicas
    where account = of_account and replica_id <> by_replica and seen_at > clock_ms - gone_ms;
  kept := 1 - silent / greatest(expected, others + 1)::double precision;
  for i in 1 .. cardinality(actions) loop
    select coalesce(sum(calls), 0), coalesce(sum(background_calls), 0),
      min(began_at), min(began_at) filter (where background_calls > 0)
      into counted, counted_background, oldest, oldest_background
      from call_counts
      where account = of_account and action = actions[i] and region_id = region_ids[i]
      and began_at > clock_ms - span_ms - bucket_ms and began_at < clock_ms + 60000;
    start_at := null;
    wait_ms := null;
    if counted >= floor(max_calls * kept) then
      wait_ms := oldest + bucket_ms + span_ms - clock_ms;
    elsif are_background[i] and counted_background >= floor(max_background_calls * kept) then
      wait_ms := oldest_background + bucket_ms + span_ms - clock_ms;
    else
      start_at := next_start;
      next_start := next_start + interval_ms / kept;
      begun := floor(start_at / bucket_ms) * bucket_ms;
      insert into call_counts as known (account, action, region_id, began_at, calls, background_calls)
        values (of_account, actions[i], region_ids[i], begun, 1, are_background[i]::integer)
        on conflict (account, action, region_id, began_at) do update
        set calls = known.calls + 1,
        background_calls = known.background_calls + excluded.background_calls;
    end if;
    return next;
  end loop;
  update call_pace set next_at = next_start where account = of_account;
end $$`.execute(db);
}

/**
 * Counts a try of signing in by each of these hashes, unless one of them has to wait: for how long. The delays of
 * each, by the number of tries, come with the question; a try adds more than one where earlier ones were not told.
 */
async function takeTries(db: Kysely<unknown>): Promise<void> {
  await sql`
create function take_tries(
  of_account text, hashes text[], added integer[], delays jsonb, forgotten_ms bigint
) returns bigint language plpgsql as $$
declare
  clock bigint;
  waits bigint;
  counted integer;
begin
  insert into sign_in_tries (account, hash, tries, closed_until, tried_at)
    select of_account, one, 0, 0, 0 from unnest(hashes) as one order by one
    on conflict do nothing;
  perform from sign_in_tries where account = of_account and hash = any (hashes) order by hash for update;
  clock := floor(extract(epoch from clock_timestamp()) * 1000);
  select max(closed_until) - clock into waits from sign_in_tries
    where account = of_account and hash = any (hashes);
  if waits > 0 then return waits; end if;
  for i in 1 .. cardinality(hashes) loop
    update sign_in_tries
      set tries = added[i] + case when tried_at < clock - forgotten_ms then 0 else tries end, tried_at = clock
      where account = of_account and hash = hashes[i]
      returning tries into counted;
    update sign_in_tries
      set closed_until = clock + (delays -> i - 1 ->> least(counted, jsonb_array_length(delays -> i - 1) - 1))::bigint
      where account = of_account and hash = hashes[i];
  end loop;
  return 0;
end $$`.execute(db);
}

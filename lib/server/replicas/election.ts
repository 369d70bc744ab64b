import "server-only";
import { ACCOUNT } from "@/lib/server/database/schema";
import { sessionName } from "@/lib/server/database/replica-id";
import type { Session } from "@/lib/server/database/session";

/** By PostgreSQL's own lock, which its session holds until it ends; "tunnelbo" as a number. */
const LOCK = "8391737105812578927";

/** By the database's clock, since those of replicas differ. */
const NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/** Takes the lead if nobody has it. Returns the new term, or null. Throws what the database says. */
export async function stand(session: Session, replicaId: string): Promise<number | null> {
  const [lock] = await session.query<{ is_held: boolean }>(
    "select pg_try_advisory_lock($1::bigint) as is_held",
    [LOCK],
  );
  if (lock?.is_held !== true) return null;
  const [leader] = await session.query<{ term: number }>(
    `insert into leaders as leader (account, term, replica_id, heartbeat_at) values ($1, 1, $2, ${NOW})
     on conflict (account) do update
     set term = leader.term + 1, replica_id = excluded.replica_id, heartbeat_at = excluded.heartbeat_at
     returning term`,
    [ACCOUNT, replicaId],
  );
  return leader?.term ?? null;
}

/** Says that the leader is alive; false where its term is over. Throws what the database says. */
export async function confirm(session: Session, term: number): Promise<boolean> {
  const rows = await session.query(
    `update leaders set heartbeat_at = ${NOW} where account = $1 and term = $2 returning term`,
    [ACCOUNT, term],
  );
  return rows.length > 0;
}

/**
 * Ends all sessions of a leader that has said nothing for so long: one that is stopped or cut off keeps them, with
 * the lock and what it has locked in a transaction. PostgreSQL lets a role end its own. Throws what the database says.
 */
export async function endSilentLeader(session: Session, silentMs: number): Promise<boolean> {
  const [silent] = await session.query<{ replica_id: string }>(
    `select replica_id from leaders where account = $1 and heartbeat_at < ${NOW} - $2::bigint`,
    [ACCOUNT, silentMs],
  );
  if (silent === undefined) return false;
  const ended = await session.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [sessionName(silent.replica_id)],
  );
  return ended.length > 0;
}

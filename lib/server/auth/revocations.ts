import "server-only";
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { LRUCache } from "lru-cache";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { contact, type Contact } from "@/lib/server/replicas/contact";
import { everyMinute } from "@/lib/server/replicas/exchange";
import { DATABASE_NOW } from "@/lib/server/replicas/heartbeat";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** What is good until it is revoked: a session until sign-out, the state of a single sign-on for one way back. */
type Kind = "session" | "state";

const MAX_REMEMBERED = 100_000;
/** What is written is not there to be read at once, and not in the order of its times. */
const OVERLAP_MS = 10_000;

/** Ids that are not good any more, as hashes: also of other replicas, whose are asked for in every round. */
export function createRevocations(replicas: Contact | null) {
  const known = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  /** Not in the database yet, with their ends. */
  const untold = new Map<string, number>();
  let seenUntil = 0;

  async function learn(db: Kysely<Schema>): Promise<void> {
    const { rows } = await sql<{
      hash: string | null;
      lasts_ms: number;
      revoked_at: number;
      now: number;
    }>`
      select hash, expires_at - now as lasts_ms, revoked_at, now
      from (select ${DATABASE_NOW} as now) as clock left join revocations
      on account = ${ACCOUNT} and revoked_at > ${seenUntil - OVERLAP_MS}::bigint and expires_at > now`.execute(
      db,
    );
    for (const { hash, lasts_ms: ttl } of rows) if (hash !== null) known.set(hash, true, { ttl });
    // Also back, where the clock was set back.
    seenUntil = Math.max(0, ...rows.map(({ now }) => now));
  }

  replicas?.exchange(async (db) => {
    for (const [hash, endsAt] of untold) {
      await tell(db, hash, endsAt);
      untold.delete(hash);
    }
    await learn(db);
  });
  replicas?.exchange(everyMinute(removeExpired));

  return {
    isRevoked: (kind: Kind, id: string) => known.has(hashOf(kind, id)),
    /** Whether nobody has revoked it before, as far as is known where the database is away. */
    async revoke(kind: Kind, id: string, lastsMs: number): Promise<boolean> {
      const hash = hashOf(kind, id);
      if (known.has(hash)) return false;
      known.set(hash, true, { ttl: lastsMs });
      if (replicas === null) return true;
      const endsAt = Date.now() + lastsMs;
      try {
        return await replicas.ask((db) => tell(db, hash, endsAt));
      } catch {
        untold.set(hash, endsAt);
        return true;
      }
    },
  };
}

/** Whether it was not there yet. */
async function tell(db: Kysely<Schema>, hash: string, endsAt: number): Promise<boolean> {
  const lastsMs = Math.round(endsAt - Date.now());
  const { rows } = await sql`
    insert into revocations (account, hash, revoked_at, expires_at)
    values (${ACCOUNT}, ${hash}, ${DATABASE_NOW}, ${DATABASE_NOW} + ${lastsMs}::bigint)
    on conflict do nothing returning hash`.execute(db);
  return rows.length > 0;
}

async function removeExpired(db: Kysely<Schema>): Promise<void> {
  await sql`delete from revocations
    where account = ${ACCOUNT} and expires_at < ${DATABASE_NOW}`.execute(db);
}

/** Ids are random, so that nobody finds them out from this. */
function hashOf(kind: Kind, id: string): string {
  return createHash("sha256").update(`${kind} ${id}`).digest("base64url");
}

export const revocations = defineSingleton("revocations", () => createRevocations(contact()));

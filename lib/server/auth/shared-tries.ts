import "server-only";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { type Counted, delaysOf, FORGOTTEN_AFTER_MS } from "@/lib/server/auth/counted-by";
import { keyedHash } from "@/lib/server/auth/sealed";
import type { Contact } from "@/lib/server/replicas/contact";
import { everyMinute } from "@/lib/server/replicas/exchange";
import { DATABASE_NOW } from "@/lib/server/replicas/heartbeat";

/** Tries of signing in, as all replicas count them together (lib/server/database/migrations/sharing.ts). */
export function createSharedTries(replicas: Contact | null) {
  replicas?.exchange(everyMinute(removeForgotten));
  return {
    /**
     * Takes a try, with those in between that nobody was told of. Milliseconds that it has to wait, which it then
     * does not count for; null where this process counts alone.
     */
    async take(counted: Counted[], untold: number[]): Promise<number | null> {
      if (replicas === null) return null;
      const delays = JSON.stringify(counted.map(({ rule }) => delaysOf(rule)));
      const added = untold.map((tries) => tries + 1);
      try {
        const { rows } = await replicas.ask((db) =>
          sql<{ wait_ms: number }>`
            select take_tries(${ACCOUNT}, ${counted.map(hashOf)}, ${added}, ${delays}::jsonb,
              ${FORGOTTEN_AFTER_MS}) as wait_ms`.execute(db),
        );
        return rows[0]?.wait_ms ?? null;
      } catch {
        return null;
      }
    },
    async succeeded(counted: Counted[]): Promise<void> {
      const [ofUser, ...ofPlaces] = counted.map(hashOf);
      await replicas
        ?.ask(async (db) => {
          await db
            .deleteFrom("sign_in_tries")
            .where("account", "=", ACCOUNT)
            .where("hash", "=", ofUser ?? "")
            .execute();
          if (ofPlaces.length === 0) return;
          await db
            .updateTable("sign_in_tries")
            .set({ tries: sql`greatest(tries - 1, 0)`, closed_until: 0 })
            .where("account", "=", ACCOUNT)
            .where("hash", "in", ofPlaces)
            .execute();
        })
        // The tries then count as failed, for an hour at most.
        .catch(() => undefined);
    },
  };
}

/** Names and addresses can be guessed, so that a hash without a key would tell them. */
const hashOf = ({ key }: Counted) => keyedHash(key);

async function removeForgotten(db: Kysely<Schema>): Promise<void> {
  await sql`delete from sign_in_tries where account = ${ACCOUNT}
    and tried_at < ${DATABASE_NOW} - ${FORGOTTEN_AFTER_MS}::bigint`.execute(db);
}

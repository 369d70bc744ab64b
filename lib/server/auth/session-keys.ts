import "server-only";
import { sql } from "kysely";
import { ACCOUNT } from "@/lib/server/database/schema";
import { keyNames } from "@/lib/server/auth/sealed";
import type { Contact } from "@/lib/server/replicas/contact";
import { everyMinute } from "@/lib/server/replicas/exchange";
import { DATABASE_NOW } from "@/lib/server/replicas/heartbeat";
import { log } from "@/lib/server/runtime/log";

/** Heartbeats come twice a second. */
const SEEN_MS = 10_000;

/** Warns once of another replica whose sessions this one cannot open: its users would be strangers here. */
export function compareSessionKeys(contact: Contact): void {
  const names = keyNames();
  if (names.length === 0) return;
  const told = new Set<string>();
  contact.exchange(
    everyMinute(async (db) => {
      const own = { account: ACCOUNT, replica_id: contact.replicaId, key_names: names.join(" ") };
      await db
        .insertInto("replicas")
        // Before its first heartbeat it has not been seen.
        .values({ ...own, seen_at: 0 })
        .onConflict((row) =>
          row.columns(["account", "replica_id"]).doUpdateSet({ key_names: own.key_names }),
        )
        .execute();
      const replicas = await db
        .selectFrom("replicas")
        .select(["replica_id", "key_names"])
        .where("account", "=", ACCOUNT)
        // One that has ended may have been started again with the right one.
        .where("seen_at", ">", sql<number>`${DATABASE_NOW} - ${SEEN_MS}::bigint`)
        .execute();
      for (const { replica_id: replica, key_names: theirs } of replicas) {
        const [newest] = theirs?.split(" ") ?? [];
        if (newest === undefined || names.includes(newest) || told.has(replica)) continue;
        told.add(replica);
        log().warn(
          { replica },
          "another replica makes sessions with a SESSION_SECRET that this one does not have: give all replicas the same",
        );
      }
    }),
  );
}

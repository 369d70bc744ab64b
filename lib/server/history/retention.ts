import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/history/schema";
import { useDatabase } from "@/lib/server/history/store";
import { env } from "@/lib/server/runtime/settings";
import { DAY_MS } from "@/lib/vpn/history";

/** Connections and events in one portion, and the pause after it, in which others have their turn. */
const CONNECTIONS = 50;
const EVENTS = 500;
const PAUSE_MS = 20;
/** Pages of the file that are given back to the disk at a time. */
const PAGES = 500;

/** Deletes what ended longer ago than history is kept, in small portions. A failure leaves it for the next time. */
export async function removeOldHistory(now = Date.now()): Promise<void> {
  const before = now - env().TUNNELBOARD_HISTORY_DAYS * DAY_MS;
  try {
    await removeEvents(before);
    await removeIntervals(before);
    await useDatabase(async (db) => {
      await db
        .deleteFrom("gaps")
        .where("account", "=", ACCOUNT)
        .where("ended_at", "<", before)
        .execute();
      await db
        .deleteFrom("connections")
        .where("account", "=", ACCOUNT)
        .where("deleted_at", "<", before)
        .execute();
    });
    if (env().DATABASE_URL === undefined) await shrinkFile();
  } catch {
    // The store has told why the database is not available.
  }
}

async function removeEvents(before: number): Promise<void> {
  let removed = EVENTS;
  while (removed === EVENTS) {
    removed = await useDatabase(async (db) => {
      const old = db
        .selectFrom("events")
        .select("id")
        .where("account", "=", ACCOUNT)
        .where("at", "<", before)
        .orderBy("at")
        .limit(EVENTS);
      const { numDeletedRows } = await db
        .deleteFrom("events")
        .where("id", "in", old)
        .executeTakeFirst();
      return Number(numDeletedRows);
    });
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}

/** Connection by connection, along the key: an index by time would cost as much again as the rows. */
async function removeIntervals(before: number): Promise<void> {
  let last: ConnectionKey | null = { region_id: "", vpn_connection_id: "" };
  while (last !== null) {
    const from: ConnectionKey = last;
    last = await useDatabase((db) => removeIntervalsAfter(db, from, before));
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}

type ConnectionKey = Pick<Schema["connections"], "region_id" | "vpn_connection_id">;

/** Of the next connections by key. Returns the last of them, null at the end. */
async function removeIntervalsAfter(
  db: Kysely<Schema>,
  { region_id, vpn_connection_id }: ConnectionKey,
  before: number,
): Promise<ConnectionKey | null> {
  const keys = await db
    .selectFrom("connections")
    .select(["region_id", "vpn_connection_id"])
    .where("account", "=", ACCOUNT)
    .where((where) =>
      where(
        where.refTuple("region_id", "vpn_connection_id"),
        ">",
        where.tuple(region_id, vpn_connection_id),
      ),
    )
    .orderBy("region_id")
    .orderBy("vpn_connection_id")
    .limit(CONNECTIONS)
    .execute();
  if (keys.length > 0) {
    await db
      .deleteFrom("intervals")
      .where("account", "=", ACCOUNT)
      .where("ended_at", "<", before)
      .where((where) =>
        where(
          where.refTuple("region_id", "vpn_connection_id"),
          "in",
          keys.map((key) => where.tuple(key.region_id, key.vpn_connection_id)),
        ),
      )
      .execute();
  }
  return keys.at(-1) ?? null;
}

/** SQLite keeps the pages of deleted rows until it is told to give them back. */
async function shrinkFile(): Promise<void> {
  await useDatabase(async (db) => {
    await sql`pragma incremental_vacuum(${sql.lit(PAGES)})`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  });
}

import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { writeToDatabase } from "@/lib/server/database/store";
import { asLeader, isLeading } from "@/lib/server/replicas/replicas";
import { env } from "@/lib/server/runtime/settings";
import { DAY_MS } from "@/lib/vpn/history";

/** Rows, or connections with theirs, in one portion; and the pause after it, in which others have their turn. */
const ROWS = 500;
const CONNECTIONS = 50;
const PAUSE_MS = 20;
/** Pages of the file that are given back to the disk at a time. */
const PAGES = 200;

/**
 * Deletes what ended longer ago than history is kept, in small portions, and gives its space back. What a
 * failure or the signal leaves is for the next time.
 */
export async function removeOldHistory(now = Date.now(), signal?: AbortSignal): Promise<void> {
  if (!isLeading()) return;
  const before = now - env().TUNNELBOARD_HISTORY_DAYS * DAY_MS;
  try {
    await inPortions(signal, (tx) => removeEvents(tx, before));
    await removeIntervals(before, signal);
    await inPortions(signal, (tx) => removeGaps(tx, before));
    await inPortions(signal, (tx) => removeConnections(tx, before));
    if (env().DATABASE_URL === undefined) await shrinkFile(signal);
  } catch {
    // The store has told why the database is not available; another replica may lead by now.
  }
}

type Portion<Result> = (tx: Transaction<Schema>) => Promise<Result>;

async function portion<Result>(
  signal: AbortSignal | undefined,
  work: Portion<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const result = await writeToDatabase((db) => asLeader(db, work));
  await sleep(PAUSE_MS, undefined, { ref: false });
  return result;
}

/** Until there is nothing more to remove. */
async function inPortions(signal: AbortSignal | undefined, remove: Portion<bigint>): Promise<void> {
  while ((await portion(signal, remove)) > 0n);
}

async function removeEvents(tx: Transaction<Schema>, before: number): Promise<bigint> {
  const old = tx
    .selectFrom("events")
    .select("id")
    .where("account", "=", ACCOUNT)
    .where("at", "<", before)
    .orderBy("at")
    .limit(ROWS);
  const { numDeletedRows } = await tx
    .deleteFrom("events")
    .where("id", "in", old)
    .executeTakeFirst();
  return numDeletedRows;
}

async function removeGaps(tx: Transaction<Schema>, before: number): Promise<bigint> {
  const old = tx
    .selectFrom("gaps")
    .select(["region_id", "began_at"])
    .where("account", "=", ACCOUNT)
    .where("ended_at", "<", before)
    .limit(ROWS);
  const { numDeletedRows } = await tx
    .deleteFrom("gaps")
    .where("account", "=", ACCOUNT)
    .where((where) =>
      where(where.refTuple("region_id", "began_at"), "in", old.$asTuple("region_id", "began_at")),
    )
    .executeTakeFirst();
  return numDeletedRows;
}

/** Those that are gone so long; what is left of theirs goes with them. */
async function removeConnections(tx: Transaction<Schema>, before: number): Promise<bigint> {
  const old = tx
    .selectFrom("connections")
    .select(["region_id", "vpn_connection_id"])
    .where("account", "=", ACCOUNT)
    .where("deleted_at", "<", before)
    .limit(CONNECTIONS);
  const { numDeletedRows } = await tx
    .deleteFrom("connections")
    .where("account", "=", ACCOUNT)
    .where((where) =>
      where(
        where.refTuple("region_id", "vpn_connection_id"),
        "in",
        old.$asTuple("region_id", "vpn_connection_id"),
      ),
    )
    .executeTakeFirst();
  return numDeletedRows;
}

type ConnectionKey = Pick<Schema["connections"], "region_id" | "vpn_connection_id">;

/** Connection by connection, along the key: an index by time would cost as much again as the rows. */
async function removeIntervals(before: number, signal: AbortSignal | undefined): Promise<void> {
  let last: ConnectionKey | undefined = { region_id: "", vpn_connection_id: "" };
  while (last !== undefined) {
    const from: ConnectionKey = last;
    last = await portion(signal, (tx) => removeIntervalsAfter(tx, from, before));
  }
}

/** Of the next connections by key. Returns the last of them, undefined at the end. */
async function removeIntervalsAfter(
  tx: Transaction<Schema>,
  { region_id, vpn_connection_id }: ConnectionKey,
  before: number,
): Promise<ConnectionKey | undefined> {
  const keys = await tx
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
  if (keys.length === 0) return undefined;
  await tx
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
  return keys.at(-1);
}

/** SQLite keeps the pages of deleted rows until it is told to give them back. */
async function shrinkFile(signal: AbortSignal | undefined): Promise<void> {
  while ((await writeToDatabase(freePages)) > 0) {
    signal?.throwIfAborted();
    await writeToDatabase((db) => sql`pragma incremental_vacuum(${sql.lit(PAGES)})`.execute(db));
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
  await writeToDatabase((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
}

async function freePages(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(db);
  return rows[0]?.freelist_count ?? 0;
}

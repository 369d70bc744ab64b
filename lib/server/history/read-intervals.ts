import "server-only";
import type { Kysely } from "kysely";
import { gapMsWhere } from "@/lib/server/history/gap-terms";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { NOT_READ } from "@/lib/vpn/events";
import type { HistoryGap, Lifespan } from "@/lib/vpn/history";
import type { SeenInterval, Span } from "@/lib/vpn/timeline";

/** What was seen of a region's connections within a time, in order. */
export function intervalsWithin(db: Kysely<Schema>, regionId: string, { from, to }: Span) {
  return db
    .selectFrom("intervals")
    .select(["vpn_connection_id", "part", "state", "began_at", "ended_at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("began_at", "<", to)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", from)]))
    .orderBy("began_at");
}

export function toSeen(
  row: Pick<Schema["intervals"], "state" | "began_at" | "ended_at">,
): SeenInterval {
  return { state: row.state, from: row.began_at, to: row.ended_at };
}

/** Times without data, with the one that may be going on unnoted since the last read. */
export async function readGaps(
  db: Kysely<Schema>,
  regionId: string,
  span: Span,
): Promise<HistoryGap[]> {
  const rows = await db
    .selectFrom("gaps")
    .select(["began_at", "ended_at", "reason"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("began_at", "<", span.to)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", span.from)]))
    .orderBy("began_at")
    .execute();
  const gaps = rows.map((row) => ({ from: row.began_at, to: row.ended_at, reason: row.reason }));
  if (gaps.some(({ to }) => to === null)) return gaps;
  const region = await db
    .selectFrom("regions")
    .select("last_read_at")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .executeTakeFirst();
  const lastReadAt = region?.last_read_at ?? span.to;
  const isOverdue = span.to - lastReadAt > (await gapMsIn(db, regionId));
  return isOverdue ? [...gaps, { from: lastReadAt, to: null, reason: NOT_READ }] : gaps;
}

async function gapMsIn(db: Kysely<Schema>, regionId: string): Promise<number> {
  const any = await db
    .selectFrom("connections")
    .select("vpn_connection_id")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("deleted_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return gapMsWhere({ isEmpty: any === undefined });
}

type LifespanRow = Pick<Schema["connections"], "first_seen_at" | "deleted_at">;

export function toLifespan({ first_seen_at, deleted_at }: LifespanRow): Lifespan {
  return { firstSeenAt: first_seen_at, deletedAt: deleted_at };
}

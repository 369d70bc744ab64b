import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { ExpressionBuilder, Kysely } from "kysely";
import { LRUCache } from "lru-cache";
import type { User } from "@/lib/server/auth/user";
import { isAsked } from "@/lib/server/history/event-query";
import type { Schema } from "@/lib/server/database/schema";
import { openings } from "@/lib/server/database/store";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { EVENT_KINDS, type EventCounts, type EventParameters } from "@/lib/vpn/events";

/** What has been counted of a question: the events from one id to another. */
type Counted = { oldest: number; newest: number; counts: EventCounts };

/** Rows counted in one go: some milliseconds, in which the embedded database lets nobody else have a turn. */
const PORTION = 20_000;
const MAX_QUESTIONS = 200;

const known = defineSingleton("eventCounts", () => ({
  counted: new LRUCache<string, Promise<Counted>>({ max: MAX_QUESTIONS }),
}));

/**
 * How many events of each kind a question finds, whatever kind it asks for. Counting takes longest of all
 * that a list needs, so what has been counted is kept, and only what has happened since is counted.
 */
export async function countEvents(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
): Promise<EventCounts> {
  // A server counts without stopping us, and its ids need not come in the order of their numbers.
  if (env().DATABASE_URL !== undefined || isNarrow(parameters)) {
    return countWithin(db, parameters, user, null);
  }
  const { counted } = known();
  const key = keyOf(parameters, user);
  const before = counted.get(key);
  const counting = countOn(db, parameters, user, before);
  counted.set(key, counting);
  counting.catch(() => {
    if (counted.peek(key) === counting) counted.delete(key);
  });
  return (await counting).counts;
}

/** Of so few connections that an index leads to their events. */
function isNarrow(parameters: EventParameters): boolean {
  const { regionId, vpnConnectionId, vpnGatewayId, customerGatewayId } = parameters;
  const isOfConnection = regionId !== null && vpnConnectionId !== null;
  return isOfConnection || vpnGatewayId !== null || customerGatewayId !== null;
}

function keyOf(parameters: EventParameters, user: User): string {
  const asked = { ...parameters, pageNumber: 0, pageSize: 0, kind: [] };
  return JSON.stringify([openings(), env().TUNNELBOARD_REGIONS, user.scopeKey, asked]);
}

async function countOn(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
  counting: Promise<Counted> | undefined,
): Promise<Counted> {
  const before = await counting?.catch(() => undefined);
  const [oldest, newest] = [await idAt(db, "asc"), await idAt(db, "desc")];
  // What is removed because of its age cannot be taken off: it is counted anew.
  const isGrown = before !== undefined && before.oldest === oldest && before.newest <= newest;
  if (isGrown && before.newest === newest) return before;
  const more = await countFrom(db, parameters, user, isGrown ? before.newest : oldest - 1, newest);
  // With these, who sees what, and what is of a gateway, may have changed.
  const isSame = more.created === 0 && more.config_changed === 0;
  if (!isGrown) return { oldest, newest, counts: more };
  if (isSame) return { oldest, newest, counts: sumOf(before.counts, more) };
  return { oldest, newest, counts: await countFrom(db, parameters, user, oldest - 1, newest) };
}

async function countFrom(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
  after: number,
  newest: number,
): Promise<EventCounts> {
  let sum = countsOf(new Map());
  for (let from = after; from < newest; from += PORTION) {
    const to = Math.min(from + PORTION, newest);
    sum = sumOf(sum, await countWithin(db, parameters, user, { from, to }));
    await otherWork();
  }
  return sum;
}

/** Behind `from`, up to `to`; all with null. */
async function countWithin(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
  ids: { from: number; to: number } | null,
): Promise<EventCounts> {
  const rows = db.selectFrom("events").selectAll();
  // The limit keeps SQLite from looking for another way than along the ids.
  const portion =
    ids === null ? rows : rows.where("id", ">", ids.from).where("id", "<=", ids.to).limit(PORTION);
  const found = await db
    .selectFrom(portion.as("events"))
    .where(isAsked(parameters, user))
    .select("events.kind")
    .select((of: ExpressionBuilder<Schema, "events">) => of.fn.countAll<number>().as("count"))
    .groupBy("events.kind")
    .execute();
  return countsOf(new Map(found.map(({ kind, count }) => [kind, count])));
}

async function idAt(db: Kysely<Schema>, order: "asc" | "desc"): Promise<number> {
  const row = await db
    .selectFrom("events")
    .select("id")
    .orderBy("id", order)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

function countsOf(counts: ReadonlyMap<string, number>): EventCounts {
  const of = (kind: keyof EventCounts) => counts.get(kind) ?? 0;
  return {
    down: of("down"),
    degraded: of("degraded"),
    up: of("up"),
    unknown: of("unknown"),
    tunnel_down: of("tunnel_down"),
    tunnel_up: of("tunnel_up"),
    config_changed: of("config_changed"),
    created: of("created"),
    deleted: of("deleted"),
    no_data: of("no_data"),
    data_back: of("data_back"),
    finding_new: of("finding_new"),
    finding_gone: of("finding_gone"),
  };
}

function sumOf(one: EventCounts, other: EventCounts): EventCounts {
  return countsOf(new Map(EVENT_KINDS.map((kind) => [kind, one[kind] + other[kind]])));
}

import "server-only";
import type { Kysely } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { configFrom } from "@/lib/server/history/config-fields";
import { toEvent } from "@/lib/server/history/event-list";
import { gapMsOf, WHOLE } from "@/lib/server/history/known-region";
import { ACCOUNT, type Schema } from "@/lib/server/history/schema";
import { notRecording, useDatabase } from "@/lib/server/history/store";
import { env } from "@/lib/server/runtime/settings";
import { DAY_MS, type History, type Interval, RANGE_MS, type Range } from "@/lib/vpn/history";
import {
  availabilityOf,
  type Gap,
  isFlapping,
  type SeenInterval,
  type Span,
  timelineOf,
} from "@/lib/vpn/timeline";
import { VERDICTS } from "@/lib/vpn/types";

/** Newest events that a history carries; the list of events has all. */
const MAX_EVENTS = 200;

type Asked = { regionId: string; vpnConnectionId: string };

/**
 * What a connection and its tunnels have been through; null where history does not know it. A connection
 * that has been deleted is known as long as its history is kept. Throws HistoryError.
 */
export async function readConnectionHistory(
  asked: Asked,
  range: Range,
  user: User,
  now: number,
): Promise<History | null> {
  return useDatabase(async (db) => {
    const tunnelParts = await tunnelPartsOf(db, asked, user);
    if (tunnelParts === null) return null;
    const span = { from: now - RANGE_MS[range], to: now };
    const gaps = await readGaps(db, asked.regionId, span);
    const parts = await readParts(db, asked, span);
    const timeline = (part: string) => timelineOf(parts.get(part) ?? [], gaps, span);
    const connection = timeline(WHOLE);
    const failure = notRecording();
    return {
      range,
      ...span,
      connection,
      tunnels: tunnelParts.map((part, index) => ({
        tunnel: index + 1,
        tunnelId: part.startsWith("#") ? null : part,
        intervals: timeline(part),
      })),
      availability: availabilityOf(connection, span),
      flapping: isFlapping(await readChangeTimes(db, asked, now - DAY_MS), now),
      events: await readEvents(db, asked, span),
      ...(failure !== null && { notRecording: failure }),
    };
  });
}

/** The states of several connections of a region, by id. Throws HistoryError. */
export async function readTimelines(
  regionId: string,
  vpnConnectionIds: string[],
  span: Span,
): Promise<Map<string, Interval[]>> {
  return useDatabase(async (db) => {
    const gaps = await readGaps(db, regionId, span);
    const rows = await intervalsWithin(db, regionId, span)
      .where("vpn_connection_id", "in", vpnConnectionIds)
      .where("part", "=", WHOLE)
      .execute();
    const seen = new Map<string, SeenInterval[]>(vpnConnectionIds.map((id) => [id, []]));
    for (const row of rows) seen.get(row.vpn_connection_id)?.push(toSeen(row));
    return new Map([...seen].map(([id, own]) => [id, timelineOf(own, gaps, span)]));
  });
}

/** The connection's tunnels in their order; null where there is none that the user may see. */
async function tunnelPartsOf(
  db: Kysely<Schema>,
  { regionId, vpnConnectionId }: Asked,
  user: User,
): Promise<string[] | null> {
  const connection = await db
    .selectFrom("connections")
    .select("config")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "=", vpnConnectionId)
    .executeTakeFirst();
  if (connection === undefined) return null;
  const gateways = await db
    .selectFrom("connection_gateways")
    .select("gateway_id")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "=", vpnConnectionId)
    .execute();
  const gatewayIds = gateways.map(({ gateway_id }) => gateway_id);
  if (!user.mayReadGateways(regionId, gatewayIds)) return null;
  return Object.keys(configFrom(connection.config)).filter((part) => part !== WHOLE);
}

async function readParts(
  db: Kysely<Schema>,
  { regionId, vpnConnectionId }: Asked,
  span: Span,
): Promise<Map<string, SeenInterval[]>> {
  const rows = await intervalsWithin(db, regionId, span)
    .where("vpn_connection_id", "=", vpnConnectionId)
    .execute();
  const parts = new Map<string, SeenInterval[]>();
  for (const row of rows) parts.set(row.part, [...(parts.get(row.part) ?? []), toSeen(row)]);
  return parts;
}

function intervalsWithin(db: Kysely<Schema>, regionId: string, { from, to }: Span) {
  return db
    .selectFrom("intervals")
    .select(["vpn_connection_id", "part", "state", "began_at", "ended_at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("began_at", "<", to)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", from)]))
    .orderBy("began_at");
}

function toSeen(row: Pick<Schema["intervals"], "state" | "began_at" | "ended_at">): SeenInterval {
  return { state: row.state, from: row.began_at, to: row.ended_at };
}

/** Times without data, with the one that may be going on unnoted since the last read. */
async function readGaps(db: Kysely<Schema>, regionId: string, span: Span): Promise<Gap[]> {
  const rows = await db
    .selectFrom("gaps")
    .select(["began_at", "ended_at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("began_at", "<", span.to)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", span.from)]))
    .orderBy("began_at")
    .execute();
  const gaps = rows.map(({ began_at, ended_at }) => ({ from: began_at, to: ended_at }));
  if (gaps.some(({ to }) => to === null)) return gaps;
  const region = await db
    .selectFrom("regions")
    .select("last_read_at")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .executeTakeFirst();
  const lastReadAt = region?.last_read_at ?? span.to;
  const isOverdue = span.to - lastReadAt > gapMsOf(env().TUNNELBOARD_POLL_SECONDS);
  return isOverdue ? [...gaps, { from: lastReadAt, to: null }] : gaps;
}

function eventsOf(db: Kysely<Schema>, { regionId, vpnConnectionId }: Asked, since: number) {
  return db
    .selectFrom("events")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "=", vpnConnectionId)
    .where("at", ">=", since);
}

async function readEvents(db: Kysely<Schema>, asked: Asked, { from }: Span) {
  const own = await eventsOf(db, asked, from)
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(MAX_EVENTS)
    .execute();
  return own.map(toEvent);
}

async function readChangeTimes(db: Kysely<Schema>, asked: Asked, since: number) {
  const rows = await eventsOf(db, asked, since)
    .select("at")
    .where("kind", "in", VERDICTS)
    .orderBy("at")
    .execute();
  return rows.map(({ at }) => at);
}

import "server-only";
import type { Kysely } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { configFrom } from "@/lib/server/history/config-fields";
import { toEvent } from "@/lib/server/history/event-list";
import { WHOLE } from "@/lib/server/history/known-region";
import { intervalsWithin, readGaps, toLifespan, toSeen } from "@/lib/server/history/read-intervals";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { notRecording, useDatabase } from "@/lib/server/database/store";
import { ofSeveral } from "@/lib/server/history/visible-to";
import { DAY_MS, type History, MAX_HISTORY_EVENTS, RANGE_MS, type Range } from "@/lib/vpn/history";
import {
  availabilityOf,
  isFlapping,
  type SeenInterval,
  type Span,
  timelineOf,
} from "@/lib/vpn/timeline";
import { VERDICTS } from "@/lib/vpn/types";

type Asked = { regionId: string; vpnConnectionId: string };

/**
 * What a connection and its tunnels have been through; null where history does not know it. A connection
 * that has been deleted is known as long as its history is kept. Throws DatabaseError.
 */
export async function readConnectionHistory(
  asked: Asked,
  range: Range,
  user: User,
  now: number,
): Promise<History | null> {
  return useDatabase(async (db) => {
    const known = await readKnown(db, asked, user);
    if (known === null) return null;
    const { tunnelParts, ...own } = known;
    const span = { from: now - RANGE_MS[range], to: now };
    const gaps = await readGaps(db, asked.regionId, span);
    const parts = await readParts(db, asked, span);
    const timeline = (part: string) => timelineOf(parts.get(part) ?? [], gaps, span);
    const connection = timeline(WHOLE);
    const failure = notRecording();
    return {
      range,
      ...span,
      ...own,
      connection,
      tunnels: tunnelParts.map((part, index) => ({
        tunnel: index + 1,
        tunnelId: part.startsWith("#") ? null : part,
        intervals: timeline(part),
      })),
      gaps,
      availability: availabilityOf(connection, span),
      flapping: isFlapping(await readChangeTimes(db, asked, now - DAY_MS), now),
      events: await readEvents(db, asked, span, user),
      ...(failure !== null && { notRecording: failure }),
    };
  });
}

/** What is kept of the connection itself, with its tunnels in their order; null where the user may see none. */
async function readKnown(db: Kysely<Schema>, { regionId, vpnConnectionId }: Asked, user: User) {
  const connection = await db
    .selectFrom("connections")
    .select(["name", "config", "first_seen_at", "deleted_at"])
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
  const parts = Object.keys(configFrom(connection.config));
  return {
    name: connection.name,
    ...toLifespan(connection),
    tunnelParts: parts.filter((part) => part !== WHOLE),
  };
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

function eventsOf(db: Kysely<Schema>, { regionId, vpnConnectionId }: Asked, since: number) {
  return db
    .selectFrom("events")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "=", vpnConnectionId)
    .where("at", ">=", since);
}

async function readEvents(db: Kysely<Schema>, asked: Asked, { from }: Span, user: User) {
  const isLimited = user.places.length > 0;
  const own = await eventsOf(db, asked, from)
    .$if(isLimited, (query) => query.where((where) => where.not(ofSeveral(where))))
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(MAX_HISTORY_EVENTS)
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

import "server-only";
import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { countEvents } from "@/lib/server/history/event-counts";
import { foundEvents } from "@/lib/server/history/event-query";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { notRecording, useDatabase } from "@/lib/server/database/store";
import { env } from "@/lib/server/runtime/settings";
import {
  EVENT_KINDS,
  type EventKind,
  type EventList,
  type EventParameters,
  type FieldChange,
  type HistoryEvent,
} from "@/lib/vpn/events";
import { DAY_MS } from "@/lib/vpn/history";

/** A page of what happened, newest first, of what the user may see. Throws DatabaseError. */
export async function listEvents(parameters: EventParameters, user: User): Promise<EventList> {
  const { pageNumber, pageSize, kind } = parameters;
  return useDatabase(async (db) => {
    const counts = await countEvents(db, parameters, user);
    const kinds: readonly EventKind[] = kind.length === 0 ? EVENT_KINDS : kind;
    const totalCount = kinds.reduce((sum, one) => sum + counts[one], 0);
    const offset = (pageNumber - 1) * pageSize;
    const found = foundEvents(db, parameters, user, totalCount < FEW)
      .limit(pageSize)
      .offset(offset);
    // Looking for what is not there takes longest.
    const rows = offset < totalCount ? await found.execute() : [];
    const failure = notRecording();
    return {
      events: rows.map(toEvent),
      totalCount,
      pageNumber,
      pageSize,
      since: await beginningOf(db),
      counts,
      ...(failure !== null && { notRecording: failure }),
    };
  });
}

const FEW = 5_000;

/** All that the question finds, newest first, read in portions while it is written out. Throws DatabaseError. */
export async function* allEvents(
  parameters: EventParameters,
  user: User,
): AsyncGenerator<HistoryEvent[]> {
  let last: Place | undefined;
  do {
    const after: Place | undefined = last;
    const rows = await useDatabase((db) => portionAfter(db, parameters, user, after));
    yield rows.map(toEvent);
    last = rows.length < EXPORT_PORTION ? undefined : rows.at(-1);
  } while (last !== undefined);
}

const EXPORT_PORTION = 500;

type Place = { at: number; id: number };

/** After the last event of the portion before, and not by counting: more may happen in the meantime. */
function portionAfter(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
  after: Place | undefined,
) {
  const query = foundEvents(db, parameters, user).limit(EXPORT_PORTION);
  if (after === undefined) return query.execute();
  // The first condition alone finds its way through the index.
  return query
    .where("events.at", "<=", after.at)
    .where((where) =>
      where.or([where("events.at", "<", after.at), where("events.id", "<", after.id)]),
    )
    .execute();
}

/** When history begins: with the first read of any region, or with the time for which it is kept. */
async function beginningOf(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom("regions")
    .select((of: ExpressionBuilder<Schema, "regions">) =>
      of.fn.min<number | null>("first_read_at").as("first"),
    )
    .where("account", "=", ACCOUNT)
    .executeTakeFirst();
  const now = Date.now();
  return Math.max(row?.first ?? now, now - env().TUNNELBOARD_HISTORY_DAYS * DAY_MS);
}

export function toEvent(row: Selectable<Schema["events"]>): HistoryEvent {
  const { id, at, region_id, vpn_connection_id, vpn_gateway_id, name, kind, tunnel } = row;
  return {
    id: String(id),
    at,
    regionId: region_id,
    vpnConnectionId: vpn_connection_id,
    vpnGatewayId: vpn_gateway_id,
    name,
    kind,
    tunnel,
    before: row.before,
    after: row.after,
    lasted: row.lasted,
    changes: changesOf(row.changes),
    reason: row.reason,
  };
}

/** Written by the recorder. */
function changesOf(text: string | null): FieldChange[] {
  if (text === null) return [];
  const changes: FieldChange[] = JSON.parse(text);
  return changes;
}

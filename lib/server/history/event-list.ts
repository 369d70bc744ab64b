import "server-only";
import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { ACCOUNT, type Schema } from "@/lib/server/history/schema";
import { notRecording, useDatabase } from "@/lib/server/history/store";
import { ofGateway, visibleTo } from "@/lib/server/history/visible-to";
import {
  EVENT_KINDS,
  type EventCounts,
  type EventKind,
  type EventList,
  type EventParameters,
  type FieldChange,
  type HistoryEvent,
} from "@/lib/vpn/events";

/** A page of what happened, newest first, of what the user may see. Throws HistoryError. */
export async function listEvents(parameters: EventParameters, user: User): Promise<EventList> {
  const { pageNumber, pageSize, kind } = parameters;
  return useDatabase(async (db) => {
    const counts = await countsOf(db, parameters, user);
    const kinds: readonly EventKind[] = kind.length === 0 ? EVENT_KINDS : kind;
    const totalCount = kinds.reduce((sum, one) => sum + counts[one], 0);
    const rows = await newestFirst(found(db, parameters, user))
      .limit(pageSize)
      .offset((pageNumber - 1) * pageSize)
      .execute();
    const events = rows.map(toEvent);
    const failure = notRecording();
    return {
      events,
      totalCount,
      pageNumber,
      pageSize,
      since: await beginningOf(db),
      counts,
      ...(failure !== null && { notRecording: failure }),
    };
  });
}

/** All that the question finds, newest first, read in portions while it is written out. Throws HistoryError. */
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
  const query = newestFirst(found(db, parameters, user)).limit(EXPORT_PORTION);
  if (after === undefined) return query.execute();
  // The first condition alone finds its way through the index.
  return query
    .where("events.at", "<=", after.at)
    .where((where) =>
      where.or([where("events.at", "<", after.at), where("events.id", "<", after.id)]),
    )
    .execute();
}

function found(db: Kysely<Schema>, parameters: EventParameters, user: User) {
  const { kind } = parameters;
  const query = asked(db, parameters, user);
  return kind.length === 0 ? query : query.where("events.kind", "in", kind);
}

function newestFirst(query: ReturnType<typeof found>) {
  return query.selectAll().orderBy("events.at", "desc").orderBy("events.id", "desc");
}

/** Whatever the kind. */
function asked(db: Kysely<Schema>, parameters: EventParameters, user: User) {
  const { regionId, vpnConnectionId, vpnGatewayId, customerGatewayId } = parameters;
  const { since, until } = parameters;
  return db
    .selectFrom("events")
    .where("events.account", "=", ACCOUNT)
    .where(visibleTo(user))
    .where((where) =>
      where.and([
        ...(regionId === null ? [] : [where("events.region_id", "=", regionId)]),
        ...(vpnConnectionId === null
          ? []
          : [where("events.vpn_connection_id", "=", vpnConnectionId)]),
        ...(vpnGatewayId === null ? [] : [ofGateway(where, vpnGatewayId)]),
        ...(customerGatewayId === null ? [] : [ofGateway(where, customerGatewayId)]),
        ...(since === null ? [] : [where("events.at", ">=", since)]),
        ...(until === null ? [] : [where("events.at", "<", until)]),
      ]),
    );
}

async function countsOf(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
): Promise<EventCounts> {
  const rows = await asked(db, parameters, user)
    .select("events.kind")
    .select((of: ExpressionBuilder<Schema, "events">) => of.fn.countAll<number>().as("count"))
    .groupBy("events.kind")
    .execute();
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  const of = (kind: EventKind) => counts.get(kind) ?? 0;
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
  };
}

/** When history begins: with the first read of any region, or now. */
async function beginningOf(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom("regions")
    .select((of: ExpressionBuilder<Schema, "regions">) =>
      of.fn.min<number | null>("first_read_at").as("first"),
    )
    .where("account", "=", ACCOUNT)
    .executeTakeFirst();
  return row?.first ?? Date.now();
}

export function toEvent(row: Selectable<Schema["events"]>): HistoryEvent {
  const { id, at, region_id, vpn_connection_id, name, kind, tunnel } = row;
  return {
    id: String(id),
    at,
    regionId: region_id,
    vpnConnectionId: vpn_connection_id,
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

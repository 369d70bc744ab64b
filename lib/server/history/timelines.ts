import "server-only";
import type { Kysely } from "kysely";
import { WHOLE } from "@/lib/server/history/known-region";
import { intervalsWithin, readGaps, toLifespan, toSeen } from "@/lib/server/history/read-intervals";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { useDatabase } from "@/lib/server/database/store";
import type { ConnectionTimeline, HistoryGap, Lifespan } from "@/lib/vpn/history";
import { type SeenInterval, type Span, timelineOf } from "@/lib/vpn/timeline";

type Named = { vpnConnectionId: string; name: string };

/** What several connections of a region have been through, in the same order. Throws DatabaseError. */
export async function readTimelines(
  regionId: string,
  connections: Named[],
  span: Span,
): Promise<{ timelines: ConnectionTimeline[]; gaps: HistoryGap[] }> {
  return useDatabase(async (db) => {
    const gaps = await readGaps(db, regionId, span);
    if (connections.length === 0) return { timelines: [], gaps };
    const ids = connections.map(({ vpnConnectionId }) => vpnConnectionId);
    const rows = await intervalsWithin(db, regionId, span)
      .where("vpn_connection_id", "in", ids)
      .where("part", "=", WHOLE)
      .execute();
    const seen = new Map<string, SeenInterval[]>(ids.map((id) => [id, []]));
    for (const row of rows) seen.get(row.vpn_connection_id)?.push(toSeen(row));
    const lifespans = await readLifespans(db, regionId, ids);
    const timelines = connections.map(({ vpnConnectionId, name }) => {
      const { firstSeenAt, deletedAt } = lifespans.get(vpnConnectionId) ?? NEVER_SEEN;
      const intervals = timelineOf(seen.get(vpnConnectionId) ?? [], gaps, span);
      return { vpnConnectionId, name, firstSeenAt, deletedAt, intervals };
    });
    return { timelines, gaps };
  });
}

const NEVER_SEEN: Lifespan = { firstSeenAt: null, deletedAt: null };

async function readLifespans(
  db: Kysely<Schema>,
  regionId: string,
  vpnConnectionIds: string[],
): Promise<Map<string, Lifespan>> {
  const rows = await db
    .selectFrom("connections")
    .select(["vpn_connection_id", "first_seen_at", "deleted_at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "in", vpnConnectionIds)
    .execute();
  return new Map(rows.map((row) => [row.vpn_connection_id, toLifespan(row)]));
}

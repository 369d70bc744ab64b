import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Kysely } from "kysely";
import {
  type KnownConnection,
  type KnownPart,
  type KnownRegion,
  UNKNOWN_REGION,
} from "@/lib/server/history/known-region";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { DAY_MS } from "@/lib/vpn/history";
import { VERDICTS } from "@/lib/vpn/types";

/** Connections read in one go, with their configuration, which is text to parse. */
const PORTION = 50;

/** What the database knows of a region as it was last read. */
export async function loadRegion(
  db: Kysely<Schema>,
  regionId: string,
  now: number,
): Promise<KnownRegion> {
  const region = await db
    .selectFrom("regions")
    .select(["last_read_at", "revision"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .executeTakeFirst();
  if (region === undefined) return UNKNOWN_REGION;
  const gaps = await db
    .selectFrom("gaps")
    .select(["began_at", "ended_at", "reason"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .orderBy("began_at", "desc")
    .limit(2)
    .execute();
  const open = gaps.find(({ ended_at }) => ended_at === null);
  return {
    revision: region.revision,
    lastReadAt: region.last_read_at,
    lastReadMonotonicAt: null,
    lastGapEndedAt: gaps.find(({ ended_at }) => ended_at !== null)?.ended_at ?? null,
    openGap: open === undefined ? null : { from: open.began_at, reason: open.reason },
    connections: await loadConnections(db, regionId, now),
  };
}

/** In portions by id, with what happened to each since. */
async function loadConnections(
  db: Kysely<Schema>,
  regionId: string,
  now: number,
): Promise<Map<string, KnownConnection>> {
  const connections = new Map<string, KnownConnection>();
  for (let last: string | undefined = ""; last !== undefined;) {
    const rows: Pick<Schema["connections"], "vpn_connection_id" | "name" | "config">[] = await db
      .selectFrom("connections")
      .select(["vpn_connection_id", "name", "config"])
      .where("account", "=", ACCOUNT)
      .where("region_id", "=", regionId)
      .where("vpn_connection_id", ">", last)
      .where("deleted_at", "is", null)
      .orderBy("vpn_connection_id")
      .limit(PORTION)
      .execute();
    const ids = rows.map((row) => row.vpn_connection_id);
    const parts = await loadParts(db, regionId, ids);
    await otherWork();
    const changes = await loadChangeTimes(db, regionId, ids, now - DAY_MS);
    for (const { vpn_connection_id: id, name, config } of rows) {
      const changedAt = changes.get(id) ?? [];
      connections.set(id, { name, config, parts: parts.get(id) ?? new Map(), changedAt });
    }
    last = rows.length < PORTION ? undefined : ids.at(-1);
    await otherWork();
  }
  return connections;
}

async function loadParts(
  db: Kysely<Schema>,
  regionId: string,
  ids: string[],
): Promise<Map<string, Map<string, KnownPart>>> {
  const parts = new Map(ids.map((id) => [id, new Map<string, KnownPart>()]));
  if (ids.length === 0) return parts;
  const rows = await db
    .selectFrom("intervals")
    .select(["vpn_connection_id", "part", "state", "began_at", "is_exact"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "in", ids)
    .where("ended_at", "is", null)
    .execute();
  for (const { vpn_connection_id, part, state, began_at, is_exact } of rows) {
    parts.get(vpn_connection_id)?.set(part, { state, beganAt: began_at, isExact: is_exact === 1 });
  }
  return parts;
}

async function loadChangeTimes(
  db: Kysely<Schema>,
  regionId: string,
  ids: string[],
  since: number,
): Promise<Map<string, number[]>> {
  const times = new Map(ids.map((id): [string, number[]] => [id, []]));
  if (ids.length === 0) return times;
  const rows = await db
    .selectFrom("events")
    .select(["vpn_connection_id", "at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "in", ids)
    .where("at", ">", since)
    .where("kind", "in", VERDICTS)
    .orderBy("at")
    .execute();
  for (const { vpn_connection_id, at } of rows) times.get(vpn_connection_id ?? "")?.push(at);
  return times;
}

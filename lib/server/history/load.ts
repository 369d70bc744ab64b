import "server-only";
import type { Kysely } from "kysely";
import {
  type KnownConnection,
  type KnownPart,
  type KnownRegion,
  UNKNOWN_REGION,
} from "@/lib/server/history/known-region";
import { ACCOUNT, type Schema } from "@/lib/server/history/schema";
import { DAY_MS } from "@/lib/vpn/history";
import { VERDICTS } from "@/lib/vpn/types";

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
  const gap = await db
    .selectFrom("gaps")
    .select(["began_at", "ended_at"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .orderBy("began_at", "desc")
    .limit(2)
    .execute();
  return {
    revision: region.revision,
    lastReadAt: region.last_read_at,
    lastGapEndedAt: gap.find(({ ended_at }) => ended_at !== null)?.ended_at ?? null,
    gapSince: gap.find(({ ended_at }) => ended_at === null)?.began_at ?? null,
    connections: await loadConnections(db, regionId, now),
  };
}

async function loadConnections(
  db: Kysely<Schema>,
  regionId: string,
  now: number,
): Promise<Map<string, KnownConnection>> {
  const rows = await db
    .selectFrom("connections")
    .select(["vpn_connection_id", "name", "config"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("deleted_at", "is", null)
    .execute();
  const parts = await loadParts(db, regionId);
  const changes = await loadChangeTimes(db, regionId, now - DAY_MS);
  return new Map(
    rows.map(({ vpn_connection_id, name, config }) => [
      vpn_connection_id,
      {
        name,
        config,
        parts: parts.get(vpn_connection_id) ?? new Map(),
        changedAt: changes.get(vpn_connection_id) ?? [],
      },
    ]),
  );
}

async function loadParts(
  db: Kysely<Schema>,
  regionId: string,
): Promise<Map<string, Map<string, KnownPart>>> {
  const rows = await db
    .selectFrom("intervals")
    .select(["vpn_connection_id", "part", "state", "began_at", "is_exact"])
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("ended_at", "is", null)
    .execute();
  const parts = new Map<string, Map<string, KnownPart>>();
  for (const { vpn_connection_id, part, state, began_at, is_exact } of rows) {
    const own = parts.get(vpn_connection_id) ?? new Map<string, KnownPart>();
    parts.set(
      vpn_connection_id,
      own.set(part, { state, beganAt: began_at, isExact: is_exact === 1 }),
    );
  }
  return parts;
}

async function loadChangeTimes(
  db: Kysely<Schema>,
  regionId: string,
  since: number,
): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom("events")
    .select(["vpn_connection_id", "at"])
    .where("account", "=", ACCOUNT)
    .where("at", ">", since)
    .where("region_id", "=", regionId)
    .where("kind", "in", VERDICTS)
    .orderBy("at")
    .execute();
  const times = new Map<string, number[]>();
  for (const { vpn_connection_id, at } of rows) {
    const id = vpn_connection_id ?? "";
    times.set(id, [...(times.get(id) ?? []), at]);
  }
  return times;
}

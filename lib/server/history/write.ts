import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { NewEvent, RegionChange, RegionGap } from "@/lib/server/history/changes";
import { RevisionError } from "@/lib/server/database/database-error";
import type { KnownRegion } from "@/lib/server/history/known-region";
import { portionsOf } from "@/lib/server/history/portions";
import { asLeader } from "@/lib/server/replicas/replicas";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { writeConnections } from "@/lib/server/history/write-connections";

/** One transaction for each read; one row where nothing has changed. Throws RevisionError or NotLeadingError. */
export async function writeChange(db: Kysely<Schema>, change: RegionChange): Promise<void> {
  await asLeader(db, (tx) => writeChangeIn(tx, change));
}

/** As a part of a transaction. Throws RevisionError. */
export async function writeChangeIn(tx: Transaction<Schema>, change: RegionChange): Promise<void> {
  await writeRegion(tx, change);
  if (change.gap !== null) await writeGap(tx, change.regionId, change.gap);
  await writeConnections(tx, change);
  await writeIntervals(tx, change);
  await writeEvents(tx, change.regionId, change.events);
}

/** A time without data that has begun and still lasts. Likewise. */
export async function writeOpenGap(
  db: Kysely<Schema>,
  regionId: string,
  { lastReadAt, revision }: KnownRegion,
  gap: RegionGap,
  events: NewEvent[],
): Promise<void> {
  await asLeader(db, async (tx) => {
    await bumpRevision(tx, regionId, revision, lastReadAt ?? gap.from);
    await writeGap(tx, regionId, gap);
    await writeEvents(tx, regionId, events);
  });
}

async function writeRegion(tx: Transaction<Schema>, { regionId, at, before }: RegionChange) {
  if (before.revision > 0) return bumpRevision(tx, regionId, before.revision, at);
  const row = { account: ACCOUNT, region_id: regionId, revision: 1 };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("regions")
    .values({ ...row, first_read_at: at, last_read_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new RevisionError();
}

async function bumpRevision(
  tx: Transaction<Schema>,
  regionId: string,
  revision: number,
  lastReadAt: number,
) {
  const { numUpdatedRows } = await tx
    .updateTable("regions")
    .set({ last_read_at: lastReadAt, revision: revision + 1 })
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new RevisionError();
}

async function writeGap(tx: Transaction<Schema>, regionId: string, gap: RegionGap) {
  const { from, to, reason } = gap;
  await tx
    .insertInto("gaps")
    .values({ account: ACCOUNT, region_id: regionId, began_at: from, ended_at: to, reason })
    .onConflict((conflict) =>
      conflict.columns(["account", "region_id", "began_at"]).doUpdateSet({ ended_at: to, reason }),
    )
    .execute();
}

async function writeIntervals(tx: Transaction<Schema>, change: RegionChange) {
  const { regionId, at, closed, opened } = change;
  for (const portion of portionsOf(closed)) {
    await tx
      .updateTable("intervals")
      .set({ ended_at: at })
      .where("account", "=", ACCOUNT)
      .where("region_id", "=", regionId)
      .where("ended_at", "is", null)
      .where((where) =>
        where(
          where.refTuple("vpn_connection_id", "part"),
          "in",
          portion.map((one) => where.tuple(one.vpnConnectionId, one.part)),
        ),
      )
      .execute();
  }
  for (const portion of portionsOf(opened)) {
    await tx
      .insertInto("intervals")
      .values(
        portion.map(({ vpnConnectionId, part, state, isExact }) => ({
          account: ACCOUNT,
          region_id: regionId,
          vpn_connection_id: vpnConnectionId,
          part,
          state,
          began_at: at,
          ended_at: null,
          is_exact: Number(isExact),
        })),
      )
      .execute();
    await otherWork();
  }
}

export async function writeEvents(tx: Transaction<Schema>, regionId: string, events: NewEvent[]) {
  for (const portion of portionsOf(events)) {
    await tx
      .insertInto("events")
      .values(
        portion.map(({ vpnConnectionId, vpnGatewayId, name, kind, at, tunnel, ...event }) => ({
          account: ACCOUNT,
          region_id: regionId,
          vpn_connection_id: vpnConnectionId,
          vpn_gateway_id: vpnGatewayId,
          name,
          kind,
          at,
          tunnel,
          before: event.before,
          after: event.after,
          lasted: event.lasted,
          changes: event.changes.length === 0 ? null : JSON.stringify(event.changes),
          reason: event.reason,
        })),
      )
      .execute();
    await otherWork();
  }
}

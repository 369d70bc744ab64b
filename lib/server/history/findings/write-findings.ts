import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { FindingsChange } from "@/lib/server/history/findings/compare-findings";
import { portionsOf } from "@/lib/server/history/portions";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { writeEvents } from "@/lib/server/history/write";

/** New findings, those that are gone, and their events. */
export async function writeFindings(
  tx: Transaction<Schema>,
  regionId: string,
  { after, found, removed, events }: FindingsChange,
): Promise<void> {
  const rules = [...after.rules].join(" ");
  await tx
    .insertInto("finding_rules")
    .values({ account: ACCOUNT, region_id: regionId, rules })
    .onConflict((conflict) => conflict.columns(["account", "region_id"]).doUpdateSet({ rules }))
    .execute();
  for (const portion of portionsOf(removed)) {
    await tx
      .deleteFrom("findings")
      .where("account", "=", ACCOUNT)
      .where("region_id", "=", regionId)
      .where((where) =>
        where(
          where.refTuple("subject", "rule", "tunnel"),
          "in",
          portion.map(({ subject, rule, tunnel }) => where.tuple(subject, rule, tunnel)),
        ),
      )
      .execute();
    await otherWork();
  }
  for (const portion of portionsOf(found)) {
    await tx
      .insertInto("findings")
      .values(
        portion.map(({ subject, isOfGateway, rule, tunnel, name }) => ({
          account: ACCOUNT,
          region_id: regionId,
          subject,
          is_of_gateway: Number(isOfGateway),
          rule,
          tunnel,
          name,
        })),
      )
      .execute();
    await otherWork();
  }
  await writeEvents(tx, regionId, events);
}

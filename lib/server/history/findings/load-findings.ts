import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import {
  keyOf,
  NO_FINDINGS,
  type RecordedFinding,
  type RecordedFindings,
} from "@/lib/server/history/findings/compare-findings";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";

/** Connections whose findings are read in one go. */
const PORTION = 200;

/** What is noted of a region. */
export async function loadFindings(
  db: Kysely<Schema>,
  regionId: string,
): Promise<RecordedFindings> {
  const row = await db
    .selectFrom("finding_rules")
    .select("rules")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .executeTakeFirst();
  if (row === undefined) return NO_FINDINGS;
  const findings = new Map<string, RecordedFinding>();
  for (let last: string | undefined = ""; last !== undefined;) {
    const subjects: { subject: string }[] = await db
      .selectFrom("findings")
      .select("subject")
      .distinct()
      .where("account", "=", ACCOUNT)
      .where("region_id", "=", regionId)
      .where("subject", ">", last)
      .orderBy("subject")
      .limit(PORTION)
      .execute();
    for (const finding of await findingsOf(db, regionId, subjects)) {
      findings.set(keyOf(finding), finding);
    }
    last = subjects.length < PORTION ? undefined : subjects.at(-1)?.subject;
    await otherWork();
  }
  return { rules: new Set(row.rules.split(" ")), findings };
}

async function findingsOf(
  db: Kysely<Schema>,
  regionId: string,
  subjects: { subject: string }[],
): Promise<RecordedFinding[]> {
  const [first, last] = [subjects.at(0), subjects.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await db
    .selectFrom("findings")
    .selectAll()
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("subject", ">=", first.subject)
    .where("subject", "<=", last.subject)
    .execute();
  return rows.map(({ subject, is_of_gateway, rule, tunnel, name }) => ({
    subject,
    isOfGateway: is_of_gateway === 1,
    rule,
    tunnel,
    name,
  }));
}

/** Keeps other processes from noting findings of the region until the transaction ends. PostgreSQL only. */
export async function lockFindings(tx: Transaction<Schema>, regionId: string): Promise<void> {
  await tx
    .insertInto("finding_rules")
    .values({ account: ACCOUNT, region_id: regionId, rules: "" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .selectFrom("finding_rules")
    .select("rules")
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .forUpdate()
    .execute();
}

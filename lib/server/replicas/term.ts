import "server-only";
import type { Transaction } from "kysely";
import { NotLeadingError } from "@/lib/server/database/database-error";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";

/**
 * Until this transaction ends, no other term begins: what a deposed leader still writes is refused by the database
 * itself. Throws NotLeadingError.
 */
export async function holdTerm(tx: Transaction<Schema>, term: number | null): Promise<void> {
  if (term === null) throw new NotLeadingError();
  const leader = await tx
    .selectFrom("leaders")
    .select("term")
    .where("account", "=", ACCOUNT)
    .forKeyShare()
    .executeTakeFirst();
  if (leader?.term !== term) throw new NotLeadingError();
}

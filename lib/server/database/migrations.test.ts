import type { Kysely, Migration } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "@/lib/server/database/database";
import { migrationsFor } from "@/lib/server/database/migrations";
import type { Schema } from "@/lib/server/database/schema";
import { shareInDatabase } from "@/lib/server/database/store";
import { startHistory } from "@/lib/server/testing/history";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

const later: Migration = {
  up: async (db) => {
    await db.schema.alterTable("regions").addColumn("later", "text").execute();
  },
};

const migrateFurther = (more: Record<string, Migration>) =>
  shareInDatabase((db: Kysely<Schema>) => migrate(db, { ...migrationsFor("sqlite"), ...more }));
const regions = () => shareInDatabase((db) => db.selectFrom("regions").selectAll().execute());
const region = {
  account: "default",
  region_id: "cn-hangzhou",
  first_read_at: 1,
  last_read_at: 1,
  revision: 1,
};

describe("a newer program has migrated the database", () => {
  it("within the generation: the older one goes on, and starts anew, beside it", async () => {
    await migrateFurther({ "0999-later": later });
    await shareInDatabase((db) => db.insertInto("regions").values(region).execute());
    await history.restart();
    expect(await regions()).toEqual([{ ...region, later: null }]);
    // And so does the newer one.
    await migrateFurther({ "0999-later": later });
  });

  it("beyond it: the older one leaves it alone", async () => {
    await migrateFurther({ "1000-later": later });
    await history.restart();
    await expect(regions()).rejects.toMatchObject({ reason: "newer_schema" });
  });
});

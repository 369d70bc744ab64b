import "server-only";
import type { Migration } from "kysely";
import { type Engine, keyedTables } from "@/lib/server/database/migrations/tables";

/** Findings of each region, to tell which are new; events about gateways. */
export function findings(engine: Engine): Migration {
  const keyed = keyedTables(engine);
  return {
    async up(db) {
      const key = { region_id: "text", subject: "text", rule: "text", tunnel: "integer" } as const;
      await keyed(db, "findings", key, { is_of_gateway: "integer", name: "text" }).execute();
      await keyed(db, "finding_rules", { region_id: "text" }, { rules: "text" }).execute();
      await db.schema.alterTable("events").addColumn("vpn_gateway_id", "text").execute();
      // The few events about gateways: found without all others.
      await db.schema
        .createIndex("events_of_gateways")
        .on("events")
        .columns(["account", "vpn_gateway_id", "at"])
        .where("vpn_gateway_id", "is not", null)
        .execute();
    },
  };
}

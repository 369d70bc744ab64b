import "server-only";
import type { CreateTableBuilder, Kysely, Migration } from "kysely";
import { type Engine, keyedTables, withColumns } from "@/lib/server/database/migrations/tables";

export function history(engine: Engine): Migration {
  const isSqlite = engine === "sqlite";
  const keyed = keyedTables(engine);
  return {
    async up(db) {
      const connection = { region_id: "text", vpn_connection_id: "text" } as const;
      const region = {
        first_read_at: "bigint",
        last_read_at: "bigint",
        revision: "bigint",
      } as const;
      await keyed(db, "regions", { region_id: "text" }, region).execute();
      const gap = { ended_at: "bigint", reason: "text" } as const;
      await keyed(db, "gaps", { region_id: "text", began_at: "bigint" }, gap).execute();
      await keyed(db, "connections", connection, {
        name: "text",
        first_seen_at: "bigint",
        deleted_at: "bigint",
        config: "text",
      }).execute();
      await ofConnection(
        keyed(db, "connection_gateways", { ...connection, gateway_id: "text" }, {}),
        "connection_gateways",
      ).execute();
      await ofConnection(
        keyed(
          db,
          "intervals",
          { ...connection, part: "text", began_at: "bigint" },
          { state: "text", ended_at: "bigint", is_exact: "integer" },
        ),
        "intervals",
      ).execute();
      const events = db.schema.createTable("events");
      const numbered = isSqlite
        ? events.addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
        : events.addColumn("id", "bigserial", (column) => column.primaryKey());
      await withColumns(numbered, EVENT_COLUMNS, false).execute();
      await index(db, "events", ["account", "at"]);
      await index(db, "events", ["account", "region_id", "vpn_connection_id", "at"]);
      await index(db, "connection_gateways", ["account", "gateway_id"]);
      // The few intervals that last, with all that a start reads of them: found without those that have ended.
      await db.schema
        .createIndex("intervals_open")
        .on("intervals")
        .columns([...OPEN_KEY, "part", "state", "is_exact"])
        .where("ended_at", "is", null)
        .execute();
    },
  };
}

const EVENT_COLUMNS = {
  account: "text",
  region_id: "text",
  vpn_connection_id: "text",
  name: "text",
  kind: "text",
  at: "bigint",
  tunnel: "integer",
  before: "text",
  after: "text",
  lasted: "bigint",
  changes: "text",
  reason: "text",
} as const;

const OPEN_KEY = ["account", "region_id", "ended_at", "vpn_connection_id"];

/** Its rows go with the connection's. */
function ofConnection(table: CreateTableBuilder<string, string>, name: string) {
  const key = ["account", "region_id", "vpn_connection_id"];
  return table.addForeignKeyConstraint(
    `${name}_connection`,
    key,
    "connections",
    key,
    (constraint) => constraint.onDelete("cascade"),
  );
}

async function index(db: Kysely<unknown>, table: string, columns: string[]) {
  const name = [table, "by", ...columns.slice(1)].join("_");
  await db.schema.createIndex(name).on(table).columns(columns).execute();
}

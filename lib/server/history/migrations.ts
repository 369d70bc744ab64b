import "server-only";
import {
  type CreateTableBuilder,
  type Kysely,
  type Migration,
  type MigrationProvider,
  sql,
} from "kysely";

/** Run in the order of their names, forwards only. One that has been released is never changed. */
export function migrationsFor(engine: Engine): MigrationProvider {
  return {
    getMigrations: async () => ({
      "0001-history": history(engine),
      "0002-findings": findings(engine),
    }),
  };
}

type Columns = Record<string, "text" | "bigint" | "integer">;

type Engine = "sqlite" | "postgres";

/** Tables with a key; in SQLite the rows stand in the key itself, which halves the file. */
function keyedTables(engine: Engine) {
  return (db: Kysely<unknown>, name: string, key: Columns, others: Columns) => {
    const columns = { account: "text", ...key } as const;
    const table = withColumns(db.schema.createTable(name), columns, true);
    const whole = withColumns(table, others, false).addPrimaryKeyConstraint(
      `${name}_key`,
      Object.keys(columns),
    );
    return engine === "sqlite" ? whole.modifyEnd(sql`without rowid`) : whole;
  };
}

/** Findings of each region, to tell which are new; events about gateways. */
function findings(engine: Engine): Migration {
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

function history(engine: Engine): Migration {
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

function withColumns(
  table: CreateTableBuilder<string, string>,
  columns: Columns,
  isKey: boolean,
): CreateTableBuilder<string, string> {
  let whole = table;
  for (const [name, type] of Object.entries(columns)) {
    whole = whole.addColumn(name, type, (column) => (isKey ? column.notNull() : column));
  }
  return whole;
}

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

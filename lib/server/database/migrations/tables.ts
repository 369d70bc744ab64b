import "server-only";
import { type CreateTableBuilder, type Kysely, sql } from "kysely";

export type Columns = Record<string, "text" | "bigint" | "integer">;

export type Engine = "sqlite" | "postgres";

/** Tables with a key; in SQLite the rows stand in the key itself, which halves the file. */
export function keyedTables(engine: Engine) {
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

export function withColumns(
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

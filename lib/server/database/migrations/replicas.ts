import "server-only";
import { type Migration, sql } from "kysely";
import type { Engine } from "@/lib/server/database/migrations/tables";

/** Who leads, and what has been read of the account. A file has one process, which needs neither. */
export function replicas(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "sqlite") return;
      await db.schema
        .createTable("leaders")
        .addColumn("account", "text", (column) => column.primaryKey())
        .addColumn("term", "bigint", (column) => column.notNull())
        .addColumn("replica_id", "text", (column) => column.notNull())
        .addColumn("heartbeat_at", "bigint", (column) => column.notNull())
        // As a part of a key, a term that is held (for key share) keeps out elections, but not heartbeats.
        .addUniqueConstraint("leaders_term", ["account", "term"])
        .execute();
      await db.schema
        .createTable("shared_answers")
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("format", "integer", (column) => column.notNull())
        .addColumn("term", "bigint", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("head", "text")
        .addColumn("answered_at", "bigint")
        .addColumn("failure", "text")
        .addColumn("failed_at", "bigint")
        .addPrimaryKeyConstraint("shared_answers_key", ["account", "kind", "key"])
        .execute();
      await db.schema
        .createTable("shared_parts")
        .addColumn("account", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("part", "integer", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("body", "bytea", (column) => column.notNull())
        .addPrimaryKeyConstraint("shared_parts_key", ["account", "kind", "key", "part"])
        .execute();
      // It is compressed already.
      await sql`alter table shared_parts alter column body set storage external`.execute(db);
    },
  };
}

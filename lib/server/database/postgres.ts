import "server-only";
import { Kysely, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { replicaId, sessionName } from "@/lib/server/database/replica-id";
import type { Schema } from "@/lib/server/database/schema";

const CONNECT_MS = 2_000;
/** Of a statement, of which none has much to do. */
const QUERY_MS = 3_000;
const MAX_CLIENTS = 5;

/** Times are counted in milliseconds, which a number holds exactly; pg would hand them out as text. */
types.setTypeParser(types.builtins.INT8, Number);

/** A name in the address would stand in for ours, by which a replica's sessions are known. */
export function withoutSessionName(url: string): string {
  const address = new URL(url);
  address.searchParams.delete("application_name");
  return address.href;
}

/** A PostgreSQL server, which is connected to when it is first asked. */
export function connectTo(url: string): Kysely<Schema> {
  const pool = new Pool({
    connectionString: withoutSessionName(url),
    application_name: sessionName(replicaId()),
    max: MAX_CLIENTS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
    lock_timeout: QUERY_MS,
    // A transaction whose end was lost with the network must not hold its locks.
    idle_in_transaction_session_timeout: 2 * QUERY_MS,
    keepAlive: true,
  });
  // A connection that is lost while it is idle is replaced when it is needed.
  pool.on("error", () => undefined);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

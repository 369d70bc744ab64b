import "server-only";
import { Client } from "pg";
import { sessionName } from "@/lib/server/database/replica-id";
import { withoutSessionName } from "@/lib/server/database/postgres";

/** A connection of one's own: what it has locked is free, and what it listens to is over, when it ends. */
export type Session = {
  /** Throws what the database says, or that it takes too long. */
  query: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** At once, whether or not the server answers. */
  end: () => void;
};

type Options = {
  replicaId: string;
  /** Of connecting, and of each query. */
  timeoutMs: number;
  onMessage: (text: string) => void;
  /** Once, however it ends. */
  onEnd: () => void;
};

/** So that the server notices a replica that is cut off, however long the kernel's timeouts are. */
const SERVER_TIMEOUTS = `
  set tcp_keepalives_idle = 4;
  set tcp_keepalives_interval = 2;
  set tcp_keepalives_count = 2;
  set tcp_user_timeout = 8000;
  set idle_in_transaction_session_timeout = 6000`;

/** Opens one that listens to a channel. Throws what the database or the network says. */
export async function openSession(
  url: string,
  channel: string,
  options: Options,
): Promise<Session> {
  const { replicaId, timeoutMs, onMessage, onEnd } = options;
  const client = new Client({
    connectionString: withoutSessionName(url),
    application_name: sessionName(replicaId),
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 4_000,
  });
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    // Its own farewell would wait for a server that may be gone.
    client.connection.stream.destroy();
    onEnd();
  };
  client.on("error", end);
  client.on("end", end);
  client.on("notification", ({ payload }) => onMessage(payload ?? ""));
  try {
    await client.connect();
    await client.query(SERVER_TIMEOUTS);
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    end();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One after the other: pg is to lose its own queue.
    query: (text, values = []) => {
      const ask = async () => (await client.query(text, values)).rows;
      const asked = last.then(ask, ask);
      last = asked;
      return asked;
    },
    end,
  };
}

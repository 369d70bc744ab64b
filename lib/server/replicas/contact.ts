import "server-only";
import type { Kysely } from "kysely";
import { type DatabaseError, databaseErrorOf } from "@/lib/server/database/database-error";
import { replicaId } from "@/lib/server/database/replica-id";
import type { Schema } from "@/lib/server/database/schema";
import { shareInDatabase } from "@/lib/server/database/store";
import { type Exchange, everyMinute } from "@/lib/server/replicas/exchange";
import { createHeartbeat } from "@/lib/server/replicas/heartbeat";
import { within } from "@/lib/server/replicas/within";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

type Work<Result> = (db: Kysely<Schema>) => Promise<Result>;

/** Twice a second, so that what one tells the others know within a second. */
const ROUND_MS = 500;
/**
 * How long a request waits for the database at most, once: then this process knows that it is alone. What was asked
 * ends by its own time-outs.
 */
const LIMIT_MS = 2_000;

/** A process's contact with the others that use the same database. */
export type Contact = {
  replicaId: string;
  /** Asks the database. Throws DatabaseError: at once while this process is alone. */
  ask: <Result>(work: Work<Result>) => Promise<Result>;
  /** Since when and why this process goes on alone; null while the database answers. */
  alone: () => Alone | null;
  /** How many share with each other, this one included, as was last seen. */
  replicas: () => number;
  /** Takes part in every round. A process is together with the others once all of a round has succeeded. */
  exchange: (work: Exchange) => void;
  /** Is told whenever the process has gone alone, or has come back. */
  onChange: (listener: () => void) => void;
  /** One round; they follow each other once `start` has been called. */
  round: () => Promise<void>;
  start: () => void;
  /** Ends when the first of them has: what others have told before is known then, or the database is away. */
  untilMet: () => Promise<void>;
  /** Ends the rounds, and tells the others that this process does not count any more. */
  leave: () => Promise<void>;
};

type Alone = {
  /** By `performance.now`, and by the date. */
  from: number;
  since: number;
  /** Null before the first round. */
  failure: DatabaseError | null;
  /** The database answers again, and is being told what has happened meanwhile. */
  isReturning: boolean;
};

const begin = (failure: DatabaseError | null): Alone => ({
  from: performance.now(),
  since: Date.now(),
  failure,
  isReturning: false,
});

/** `share` runs work in the database; `expected` is how many replicas there are, where the settings say. */
export function createContact(
  share: <Result>(work: Work<Result>) => Promise<Result>,
  replicaId: string,
  expected: number | null,
): Contact {
  const heartbeat = createHeartbeat(replicaId, expected);
  const exchanges: Exchange[] = [everyMinute((db) => heartbeat.removeGone(db))];
  const listeners: (() => void)[] = [];
  let alone: Alone | null = begin(null);
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let first = Promise.resolve();

  function goAlone(error: unknown): DatabaseError {
    const failure = databaseErrorOf(error);
    const isNews = alone === null || alone.failure === null;
    if (alone === null) alone = begin(failure);
    else alone = { ...alone, failure, isReturning: false };
    if (isNews && !isOver) {
      const { reason, code } = failure;
      log().warn(
        { reason, ...(code !== "" && { code }) },
        "the database that replicas share does not answer: this one goes on alone, with its share of the quota",
      );
      for (const listener of listeners) listener();
    }
    return failure;
  }

  function comeBack(): void {
    // Where it has gone alone in the midst of the round, what it did since is to be told first.
    if (alone === null || !alone.isReturning) return;
    const { failure } = alone;
    alone = null;
    if (failure !== null) log().info("the database that replicas share answers again");
    for (const listener of listeners) listener();
  }

  async function everything(db: Kysely<Schema>): Promise<void> {
    const clock = await heartbeat.count(db);
    // From here on nothing is done alone that is not told.
    if (alone !== null) alone = { ...alone, isReturning: true };
    for (const exchange of exchanges) await exchange(db);
    // Last: the others leave its share to this one until they know what it has started alone.
    await heartbeat.beat(db, clock, LIMIT_MS);
  }

  async function round(): Promise<void> {
    const whole = share(everything);
    try {
      await within(LIMIT_MS, whole);
      comeBack();
    } catch (error) {
      goAlone(error);
      // The next one does not run beside it.
      await whole.catch(() => undefined);
    }
  }

  async function again(): Promise<void> {
    await round();
    if (isOver) return;
    timer = setTimeout(() => void again(), ROUND_MS);
    timer.unref();
  }

  return {
    replicaId,
    async ask(work) {
      if (alone !== null) throw alone.failure ?? databaseErrorOf(new Error("timeout"));
      try {
        return await within(LIMIT_MS, share(work));
      } catch (error) {
        throw goAlone(error);
      }
    },
    alone: () => alone,
    replicas: heartbeat.replicas,
    exchange: (work) => void exchanges.push(work),
    onChange: (listener) => void listeners.push(listener),
    round,
    start: () => void (first = within(LIMIT_MS, again()).catch(() => undefined)),
    untilMet: () => first,
    async leave() {
      isOver = true;
      clearTimeout(timer);
      if (alone !== null) return;
      await within(
        LIMIT_MS,
        share((db) => heartbeat.end(db)),
      ).catch(() => undefined);
    },
  };
}

/** The process's own; null where it has a database to itself. */
export const contact = defineSingleton("contact", () => {
  const { DATABASE_URL: url, TUNNELBOARD_REPLICAS: expected } = env();
  return url === undefined ? null : createContact(shareInDatabase, replicaId(), expected ?? null);
});

import "server-only";
import type { Kysely } from "kysely";
import pLimit from "p-limit";
import { type Database, openDatabase } from "@/lib/server/database/database";
import { tell } from "@/lib/server/database/failure-log";
import { replaceDamagedFile } from "@/lib/server/database/damaged-file";
import {
  type DatabaseError,
  databaseErrorOf,
  isRefusal,
} from "@/lib/server/database/database-error";
import type { Schema } from "@/lib/server/database/schema";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { HistoryFailureReason, NotRecording } from "@/lib/vpn/events";

/**
 * A database that could not be opened or does not answer is asked again by one in so long; whoever else asks
 * is told at once, so that no request waits for what will not come.
 */
const PAUSE_MS = 5_000;

/** In the working directory. */
const DEFAULT_DATA_DIR = "data";

/** So many questions at a time: what requests and other replicas wait for then finds a connection free. */
const AT_A_TIME = 3;

type Work<Result> = (db: Kysely<Schema>) => Promise<Result>;

type Store = {
  opening: Promise<Database> | null;
  failure: { error: DatabaseError; at: number } | null;
  /** Of writes of history. */
  notRecording: NotRecording | null;
  /** What history has failed to write, and is still to be written. */
  unwritten: Set<string>;
  openings: number;
  inTurn: ReturnType<typeof pLimit>;
};

const store = defineSingleton<Store>("database", () => ({
  opening: null,
  failure: null,
  notRecording: null,
  unwritten: new Set(),
  openings: 0,
  inTurn: pLimit(AT_A_TIME),
}));

/** Runs questions of history to the database, which is opened when it is first needed. Throws DatabaseError. */
export async function useDatabase<Result>(work: Work<Result>): Promise<Result> {
  try {
    const result = await store().inTurn(() => run(({ reading }) => work(reading)));
    tell("reading", null);
    return result;
  } catch (error) {
    const known = databaseErrorOf(error);
    // Whatever else it is, writes meet it as well.
    if (known.reason === "failed") tell("reading", known);
    throw known;
  }
}

/** As above, for what is written: whether that works is shown wherever history is. Throws refusals too. */
export async function writeToDatabase<Result>(work: Work<Result>): Promise<Result> {
  const state = store();
  try {
    const result = await state.inTurn(() =>
      run(async ({ writing, isThere }, reopen) => {
        if (isThere()) return work(writing);
        return work((await reopen()).writing);
      }),
    );
    // A small write may succeed where a larger one has failed, as on a disk that is nearly full.
    if (state.unwritten.size === 0) {
      state.notRecording = null;
      tell("writing", null);
    }
    return result;
  } catch (error) {
    if (isRefusal(error)) throw error;
    const known = databaseErrorOf(error);
    state.notRecording = {
      since: state.notRecording?.since ?? Date.now(),
      reason: known.reason,
    };
    tell("writing", known);
    throw known;
  }
}

/**
 * For what replicas share: its failures say nothing about history. Whoever asks goes on alone, and the log tells
 * of that in one place (lib/server/replicas). Throws DatabaseError and what `work` refuses.
 */
export async function shareInDatabase<Result>(work: Work<Result>): Promise<Result> {
  return run(({ writing }) => work(writing));
}

/** As above, for what is large or comes in large numbers: each in its turn. */
export async function shareInTurn<Result>(work: Work<Result>): Promise<Result> {
  return store().inTurn(() => shareInDatabase(work));
}

/** Another process keeps history: what this one could not write says nothing about it. */
export function keptElsewhere(): void {
  const state = store();
  state.unwritten.clear();
  state.notRecording = null;
  tell("writing", null);
}

/** Since when and why history is not being kept; null while it is. */
export function notRecording(): NotRecording | null {
  return store().notRecording;
}

/** Notes whether history has failed to write something, such as a region's read. */
export function noteUnwritten(what: string, isUnwritten: boolean): void {
  const { unwritten } = store();
  if (isUnwritten) unwritten.add(what);
  else unwritten.delete(what);
}

/** How often the database has been opened: what was remembered of it before may be of another one. */
export function openings(): number {
  return store().openings;
}

/** Closes the database: what is under way fails, and whoever asks next opens it again. */
export async function closeDatabase(): Promise<void> {
  const state = store();
  const { opening } = state;
  state.opening = null;
  const database = await opening?.catch(() => null);
  await database?.close();
}

async function run<Result>(
  work: (database: Database, reopen: () => Promise<Database>) => Promise<Result>,
): Promise<Result> {
  const state = store();
  const { failure } = state;
  if (failure !== null) {
    if (performance.now() - failure.at < PAUSE_MS) throw failure.error;
    // This one tries; the others are told meanwhile.
    failure.at = performance.now();
  }
  let opening = (state.opening ??= open());
  try {
    const result = await work(await opening, async () => {
      await closeDatabase();
      opening = state.opening ??= open();
      return opening;
    });
    state.failure = null;
    return result;
  } catch (error) {
    if (isRefusal(error)) throw error;
    const known = databaseErrorOf(error);
    await afterFailure(known, opening);
    throw known;
  }
}

function open(): Promise<Database> {
  store().openings += 1;
  return openDatabase(folder(), env().DATABASE_URL);
}

function folder(): string {
  return env().TUNNELBOARD_DATA_DIR ?? DEFAULT_DATA_DIR;
}

/** After some errors connections are of no use: a file's may be half closed, a server's wait for an answer. */
const BREAKING = new Set<HistoryFailureReason>(["damaged", "failed", "unreachable"]);

async function afterFailure(known: DatabaseError, opening: Promise<Database>): Promise<void> {
  const state = store();
  const database = await opening.catch(() => null);
  if (state.opening !== opening) return;
  const isBroken = BREAKING.has(known.reason);
  if (database === null || (isBroken && known.reason !== "failed")) {
    state.failure = { error: known, at: performance.now() };
  }
  if (database !== null && !isBroken) return;
  state.opening = null;
  const closing = database?.close(true);
  // A server that does not answer does not say goodbye either.
  if (env().DATABASE_URL !== undefined) return;
  await closing;
  if (known.reason === "damaged" && replaceDamagedFile(folder())) state.failure = null;
}

import "server-only";
import type { Kysely } from "kysely";
import { openFile, openServer, setAside } from "@/lib/server/history/database";
import {
  type HistoryError,
  historyErrorOf,
  RevisionError,
} from "@/lib/server/history/history-error";
import type { Schema } from "@/lib/server/history/schema";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { NotRecording } from "@/lib/vpn/events";

/** A database that could not be opened is left alone for so long, and whoever asks is told at once. */
const PAUSE_MS = 5_000;

/** In the working directory. */
export const DEFAULT_DATA_DIR = "data";

type Store = {
  opening: Promise<Kysely<Schema>> | null;
  failure: { error: HistoryError; at: number } | null;
  /** Of writes. */
  notRecording: NotRecording | null;
};

const store = defineSingleton<Store>("history", () => ({
  opening: null,
  failure: null,
  notRecording: null,
}));

/** Runs work on the database, which is opened when it is first needed. Throws HistoryError. */
export async function useDatabase<Result>(
  work: (db: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  const state = store();
  const { failure } = state;
  if (failure !== null && performance.now() - failure.at < PAUSE_MS) throw failure.error;
  const opening = (state.opening ??= open());
  try {
    const result = await work(await opening);
    state.failure = null;
    return result;
  } catch (error) {
    if (error instanceof RevisionError) throw error;
    const known = historyErrorOf(error);
    if (known.reason === "failed" && error !== known)
      log().error({ error: codeOf(error) }, "history failed");
    await afterFailure(known, opening);
    throw known;
  }
}

/** As above, for what is written: whether that works is shown wherever history is. */
export async function writeToDatabase<Result>(
  work: (db: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  const state = store();
  try {
    const result = await useDatabase(work);
    if (state.notRecording !== null) log().info("history is being kept again");
    state.notRecording = null;
    return result;
  } catch (error) {
    if (error instanceof RevisionError) throw error;
    const { reason } = historyErrorOf(error);
    if (state.notRecording?.reason !== reason) log().error({ reason }, "history is not being kept");
    state.notRecording = { since: state.notRecording?.since ?? Date.now(), reason };
    throw error;
  }
}

/** Since when and why history is not being kept; null while it is. */
export function notRecording(): NotRecording | null {
  return store().notRecording;
}

/** Closes the database: what is under way fails, and whoever asks next opens it again. */
export async function closeDatabase(): Promise<void> {
  const state = store();
  const { opening } = state;
  state.opening = null;
  const db = await opening?.catch(() => null);
  await db?.destroy().catch(() => undefined);
}

function open(): Promise<Kysely<Schema>> {
  const { DATABASE_URL, TUNNELBOARD_DATA_DIR = DEFAULT_DATA_DIR } = env();
  return DATABASE_URL === undefined ? openFile(TUNNELBOARD_DATA_DIR) : openServer(DATABASE_URL);
}

/** A file that is damaged, or could not be opened, is closed and opened anew; a server's pool heals itself. */
async function afterFailure(known: HistoryError, opening: Promise<Kysely<Schema>>): Promise<void> {
  const state = store();
  const db = await opening.catch(() => null);
  const isDamaged = known.reason === "damaged" && env().DATABASE_URL === undefined;
  if (state.opening !== opening) return;
  if (isDamaged) {
    await closeDatabase();
    const name = setAside(env().TUNNELBOARD_DATA_DIR ?? DEFAULT_DATA_DIR);
    log().error(
      { file: name },
      "the history file is damaged: it was set aside and a new one begun",
    );
    return;
  }
  if (db === null) {
    state.opening = null;
    state.failure = { error: known, at: performance.now() };
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

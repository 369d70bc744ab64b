import "server-only";
import type { Kysely, Transaction } from "kysely";
import { replicaId } from "@/lib/server/database/replica-id";
import type { Schema } from "@/lib/server/database/schema";
import { shareInDatabase } from "@/lib/server/database/store";
import { type Replica, type Role, startReplica } from "@/lib/server/replicas/replica";
import { holdTerm } from "@/lib/server/replicas/term";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

type State = {
  /** Null without DATABASE_URL: there is one process, which leads. */
  replica: Replica | null;
  roleListeners: Set<RoleListener>;
  messageListeners: Set<(text: string) => void>;
};

type RoleListener = (role: Role, before: Role) => void;

const state = defineSingleton<State>("replicas", () => ({
  replica: null,
  roleListeners: new Set(),
  messageListeners: new Set(),
}));

/** Takes part in the elections of all replicas that have the same DATABASE_URL, until what it returns is called. */
export function startReplicas(): () => void {
  const url = env().DATABASE_URL;
  if (url === undefined) return () => undefined;
  const { roleListeners, messageListeners } = state();
  const replica = startReplica({
    url,
    replicaId: replicaId(),
    prepare: () => shareInDatabase(async () => undefined),
    onRole: (role, before) => {
      tell(role, before);
      for (const listener of roleListeners) listener(role, before);
    },
    onMessage: (text) => {
      for (const listener of messageListeners) listener(text);
    },
  });
  state().replica = replica;
  return () => replica.stop();
}

/** `single` where nothing is shared. */
export function roleNow(): Role | "single" {
  return state().replica?.role() ?? "single";
}

/** Whether this process writes history, and no other does. */
export function isLeading(): boolean {
  const role = roleNow();
  return role === "single" || role === "leader";
}

/** Whether regions are read here while nobody looks: by the leader, and by whoever is cut off from it. */
export function readsForItself(): boolean {
  return isLeading() || roleNow() === "alone";
}

export function termNow(): number | null {
  return state().replica?.term() ?? null;
}

export function onRole(listener: RoleListener): () => void {
  const { roleListeners } = state();
  roleListeners.add(listener);
  return () => void roleListeners.delete(listener);
}

export function onMessage(listener: (text: string) => void): void {
  state().messageListeners.add(listener);
}

export function sendToReplicas(text: string): void {
  state().replica?.send(text);
}

/** Ends when it is known whether another replica leads, or that the database does not tell. */
export async function untilJoined(): Promise<void> {
  if (roleNow() !== "joining") return;
  await new Promise<void>((resolve) => {
    const stop = onRole(() => {
      stop();
      resolve();
    });
  });
}

/** A transaction that only the leader may have. Throws NotLeadingError. */
export function asLeader<Result>(
  db: Kysely<Schema>,
  work: (tx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    if (roleNow() !== "single") await holdTerm(tx, termNow());
    return work(tx);
  });
}

/** Of a database that is away the log tells once (contact.ts). */
const TEXTS: Partial<Record<Role, string>> = {
  leader: "this replica leads: it reads every region and writes history",
  follower: "another replica leads",
};

function tell(role: Role, before: Role): void {
  const text = TEXTS[role];
  if (text === undefined) return;
  log().info(
    { replica: replicaId(), role, before, ...(role === "leader" && { term: termNow() }) },
    text,
  );
}

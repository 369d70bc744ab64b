import "server-only";
import { randomUUID } from "node:crypto";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Of this process, while it runs. */
export const replicaId = defineSingleton("replicaId", () => randomUUID());

/** What the database calls the sessions of a replica, so that others can end those of one that hangs. */
export const sessionName = (id: string) => `tunnelboard ${id}`;

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/lib/server/process-wide";

const current = () => processWide("background", () => new AsyncLocalStorage<true>());

/** Runs work whose calls nobody waits for: pages that somebody waits for go first. */
export function inBackground<T>(work: () => T): T {
  return current().run(true, work);
}

export function isBackground(): boolean {
  return current().getStore() ?? false;
}

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Work that began with nobody waiting for it; somebody may since have come to wait. */
export type BackgroundWork = { isAwaited: boolean };

const storage = defineSingleton("background", () => new AsyncLocalStorage<BackgroundWork>());
const current = () => storage().getStore();

/** Runs work whose calls nobody waits for: pages that somebody waits for go first. */
export function inBackground<T>(work: () => T): T {
  return storage().run({ isAwaited: false }, work);
}

/** Whether nobody waits for the calls made here. */
export function isBackground(): boolean {
  return current()?.isAwaited === false;
}

/** Whether these calls may stand in line for long: they began with nobody waiting. */
export function isPatient(): boolean {
  return current() !== undefined;
}

/** For whoever comes to wait for what is done here: from then on it is no background. */
export function awaiter(): () => void {
  const work = current();
  return () => {
    if (work !== undefined) work.isAwaited = true;
  };
}

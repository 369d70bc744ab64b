import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Work that began with nobody waiting for it; somebody may since have come to wait. */
type BackgroundWork = { isPromoted: boolean };

const storage = defineSingleton("background", () => new AsyncLocalStorage<BackgroundWork>());
const current = () => storage().getStore();

/** Runs work whose calls nobody waits for: pages that somebody waits for go first. */
export function inBackground<T>(work: () => T): T {
  return storage().run({ isPromoted: false }, work);
}

/** Whether nobody waits for the calls made here. */
export function isBackground(): boolean {
  return current()?.isPromoted === false;
}

/** Whether these calls may queue for long: they began with nobody waiting. */
export function mayWaitLong(): boolean {
  return current() !== undefined;
}

/** For whoever comes to wait for what is done here: from then on it is no background. */
export function promotion(): () => void {
  const work = current();
  return () => {
    if (work !== undefined) work.isPromoted = true;
  };
}

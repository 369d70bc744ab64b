import "server-only";
import { setAside } from "@/lib/server/database/sqlite";
import { log } from "@/lib/server/runtime/log";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** A file damaged again so soon is left as it is: the fault is elsewhere, and copies would fill the disk. */
const SET_ASIDE_AGAIN_MS = 600_000;

const last = defineSingleton("damagedFile", () => ({ at: Number.NEGATIVE_INFINITY }));

/** Sets a damaged file aside, so that a new one is begun. Returns whether it could, and was not too soon. */
export function replaceDamagedFile(folder: string): boolean {
  if (performance.now() - last().at < SET_ASIDE_AGAIN_MS) return false;
  try {
    const file = setAside(folder);
    last().at = performance.now();
    log().error({ file }, "the history file is damaged: it was set aside and a new one begun");
    return true;
  } catch {
    // It stays where it is, and history unavailable.
    return false;
  }
}

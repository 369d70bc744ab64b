import "server-only";
import { requestContext } from "@/lib/server/runtime/request-context";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { createSlots } from "@/lib/server/runtime/slots";

/** Each holds the list it is made of, however long its reader takes. */
const AT_A_TIME = 3;
const MAX_WAITING = 20;
const MAX_WAIT_MS = 10_000;
export const RETRY_AFTER_SECONDS = 10;

/** So many files are being downloaded that another one would have to wait too long. */
export class BusyError extends Error {
  override name = "BusyError" as const;
}

const slots = defineSingleton("downloadSlots", () =>
  createSlots({ count: AT_A_TIME, maxWaiting: MAX_WAITING, maxWaitMs: MAX_WAIT_MS }),
);

/**
 * Waits until the asked file may be written, and lets the next one follow when its response is done with.
 * False when its reader has left before. Throws BusyError.
 */
export async function startDownload(): Promise<boolean> {
  const context = requestContext();
  if (context === undefined) return true;
  const slot = await slots().take(context.closed);
  if (slot === "busy") throw new BusyError();
  if (slot === "left") return false;
  context.closed.addEventListener("abort", slot.free, { once: true });
  return true;
}

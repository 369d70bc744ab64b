import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  beginWork,
  requestContext,
  type RequestContext,
} from "@/lib/server/runtime/request-context";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { createSlots, type Slot } from "@/lib/server/runtime/slots";

/**
 * Rendering keeps one processor busy, so that two or four at a time made no more pages a second, and
 * whoever came after many who had left waited longer (docs/decisions/0021-big-answers.md).
 */
const AT_A_TIME = 1;
/** Whatever has become of a page, its slot is free again after this. */
const MAX_RENDER_MS = 1_000;
const LOOK_EVERY_MS = 20;

/** A page that is being made: its slot, and for how many reads it waits, during which it has none. */
type Rendering = { slot: Slot | null; reads: number };

const slots = defineSingleton("renderSlots", () => createSlots({ count: AT_A_TIME }));
const renderings = defineSingleton("renderings", () => new WeakMap<RequestContext, Rendering>());

/** Waits until the page that is asked for may be rendered; false when its reader has left before. */
export async function startRendering(): Promise<boolean> {
  const context = requestContext();
  if (context === undefined) return true;
  const rendering: Rendering = { slot: null, reads: 0 };
  renderings().set(context, rendering);
  return (await takeSlot(context, rendering)) && beginWork();
}

/**
 * Waits for what a page shows, and lets other pages be rendered meanwhile. Once its reader has left,
 * nothing comes back: the page is never finished, and forgotten.
 */
export async function whileOthersRender<Answer>(reading: Promise<Answer>): Promise<Answer> {
  const context = requestContext();
  if (context === undefined) return reading;
  const rendering = renderings().get(context);
  if (rendering === undefined || (await isSettled(reading))) return reading;
  rendering.reads += 1;
  rendering.slot?.free();
  try {
    return await reading;
  } finally {
    rendering.reads -= 1;
    const isWanted = rendering.reads > 0 || (await takeSlot(context, rendering));
    if (!isWanted) await new Promise(() => undefined);
  }
}

/** Whether it needs no waiting: what is held in memory is there in this turn. */
function isSettled(reading: Promise<unknown>): Promise<boolean> {
  const settled = reading.then(
    () => true,
    () => true,
  );
  return Promise.race([settled, nextTurn(false)]);
}

async function takeSlot(context: RequestContext, rendering: Rendering): Promise<boolean> {
  const slot = await slots().take(context.closed);
  if (typeof slot === "string") return false;
  // Another part of the page has one, or waits again.
  if (rendering.slot !== null || rendering.reads > 0) slot.free();
  else rendering.slot = untilRendered(context, slot, () => (rendering.slot = null));
  return true;
}

/**
 * A slot that is free again once the page has been rendered: its head goes out with the first of its
 * HTML, which React makes in one piece. Sending may take long, and is nothing that others wait for.
 */
function untilRendered({ response, closed }: RequestContext, slot: Slot, onFree: () => void): Slot {
  const endsAt = performance.now() + MAX_RENDER_MS;
  const hadHead = response.headersSent;
  const timer = setInterval(() => {
    const isRendered = response.headersSent && !hadHead;
    if (isRendered || performance.now() > endsAt) free();
  }, LOOK_EVERY_MS);
  timer.unref();
  response.once("finish", free);
  closed.addEventListener("abort", free, { once: true });

  function free(): void {
    clearInterval(timer);
    response.off("finish", free);
    closed.removeEventListener("abort", free);
    onFree();
    slot.free();
  }
  return { free };
}

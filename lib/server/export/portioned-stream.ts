import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";

/** A reader that takes nothing for so long is told no more: what it holds would be held for ever. */
const STALLED_MS = 30_000;

/**
 * A body of which each portion is made once its reader has taken the one before, in a turn of its own, so
 * that others are answered in between. The first is made at once: what it throws is thrown here, and
 * what a later one throws breaks the connection.
 */
export async function portionedStream(
  portions: Iterator<string, void> | AsyncIterator<string, void>,
  /** Closes the connection of a reader who has stalled; that cancels the stream. */
  breakOff: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let first: IteratorResult<string, void> | null = await portions.next();
  let stalled: NodeJS.Timeout | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled);
        await nextTurn();
        const { done, value } = first ?? (await portions.next());
        first = null;
        if (done === true) return controller.close();
        controller.enqueue(encoder.encode(value));
        stalled = setTimeout(breakOff, STALLED_MS);
        stalled.unref();
      },
      cancel() {
        clearTimeout(stalled);
        void portions.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

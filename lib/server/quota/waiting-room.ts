import "server-only";
import type { QuotaLine } from "@/lib/server/quota/quota-line";

/** A call that waits for its turn. */
export type Place = { line: QuotaLine; isBackground: boolean; enter: () => void };

/** One turn in so many is the background's, so that refreshing goes on however many pages ask. */
const BACKGROUND_EVERY = 4;

/** Who is next: lines take turns, so that a region of many pages does not hold up the others. */
export function createWaitingRoom() {
  const foreground = createQueues();
  const background = createQueues();
  let turn = 0;
  const queuesOf = ({ isBackground }: Place) => (isBackground ? background : foreground);
  return {
    isEmpty: () => foreground.isEmpty() && background.isEmpty(),
    size: () => foreground.size() + background.size(),
    join: (place: Place) => queuesOf(place).join(place),
    leave: (place: Place) => queuesOf(place).leave(place),
    /** Takes out the next one whose line may go on; null while there is none. */
    next(mayGo: (line: QuotaLine) => boolean): Place | null {
      const isBackgroundsTurn = (turn + 1) % BACKGROUND_EVERY === 0;
      const order = isBackgroundsTurn ? [background, foreground] : [foreground, background];
      for (const queues of order) {
        const place = queues.next(mayGo);
        if (place === null) continue;
        turn += 1;
        return place;
      }
      return null;
    },
    /** The shortest wait of those that wait for time, not for another call to end. */
    soonest(waitMs: (line: QuotaLine) => number): number {
      const lines = [...foreground.lines(), ...background.lines()];
      return Math.min(Infinity, ...lines.map(waitMs).filter((ms) => ms > 0));
    },
  };
}

function createQueues() {
  /** In the order of turns: who has had one goes to the end. */
  const queues = new Map<QuotaLine, Place[]>();
  return {
    isEmpty: () => queues.size === 0,
    size: () => [...queues.values()].reduce((sum, { length }) => sum + length, 0),
    lines: () => queues.keys(),
    join(place: Place) {
      const queue = queues.get(place.line);
      if (queue === undefined) queues.set(place.line, [place]);
      else queue.push(place);
    },
    leave(place: Place) {
      const left = queues.get(place.line)?.filter((other) => other !== place) ?? [];
      if (left.length === 0) queues.delete(place.line);
      else queues.set(place.line, left);
    },
    next(mayGo: (line: QuotaLine) => boolean): Place | null {
      for (const [line, queue] of queues) {
        if (!mayGo(line)) continue;
        const place = queue.shift() ?? null;
        queues.delete(line);
        if (queue.length > 0) queues.set(line, queue);
        return place;
      }
      return null;
    },
  };
}

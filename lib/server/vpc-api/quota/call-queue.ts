import "server-only";
import type { CallQuota } from "@/lib/server/vpc-api/quota/call-quota";

/** A call that waits for its turn. */
export type Place = { line: CallQuota; isBackground: boolean; enter: () => void };

/** One turn in so many is the background's, so that refreshing goes on however many pages ask. */
const BACKGROUND_EVERY = 4;

/**
 * Who is next. Lines take turns, so that a region of many pages does not hold up the others; every
 * other turn is for the shortest line, so that regions come in one by one rather than all at the end.
 */
export function createCallQueue() {
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
    next(mayGo: (place: Place) => boolean): Place | null {
      const isBackgroundsTurn = (turn + 1) % BACKGROUND_EVERY === 0;
      const order = isBackgroundsTurn ? [background, foreground] : [foreground, background];
      for (const queues of order) {
        const place = queues.next(mayGo, turn % 2 === 1);
        if (place === null) continue;
        turn += 1;
        return place;
      }
      return null;
    },
    /** The shortest wait of those that wait for time, not for another call to end. */
    soonest(waitMs: (place: Place) => number): number {
      const first = [...foreground.first(), ...background.first()];
      return Math.min(Infinity, ...first.map(waitMs).filter((ms) => ms > 0));
    },
    /** Lifts a line out of the background. */
    prioritise(line: CallQuota) {
      for (const place of background.leaveAll(line)) {
        place.isBackground = false;
        foreground.join(place);
      }
    },
  };
}

function createQueues() {
  /** In the order of turns: who has had one goes to the end. */
  const queues = new Map<CallQuota, Place[]>();
  return {
    isEmpty: () => queues.size === 0,
    size: () => [...queues.values()].reduce((sum, { length }) => sum + length, 0),
    /** Of each line. */
    first: () => [...queues.values()].flatMap(([place]) => place ?? []),
    leaveAll(line: CallQuota): Place[] {
      const places = queues.get(line) ?? [];
      queues.delete(line);
      return places;
    },
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
    next(mayGo: (place: Place) => boolean, isShortestFirst: boolean): Place | null {
      const lines = isShortestFirst
        ? [...queues].toSorted(([, one], [, other]) => one.length - other.length)
        : queues;
      for (const [line, queue] of lines) {
        const [place] = queue;
        if (place === undefined || !mayGo(place)) continue;
        queue.shift();
        queues.delete(line);
        if (queue.length > 0) queues.set(line, queue);
        return place;
      }
      return null;
    },
  };
}

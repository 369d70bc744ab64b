import "server-only";
import type { CallQuota } from "@/lib/server/vpc-api/quota/call-quota";

/** A call that waits for its turn. */
export type Place = {
  quota: CallQuota;
  isBackground: boolean;
  /** It has waited for as long as it may. */
  hasLeft: boolean;
  enter: () => void;
};

export type CallQueue = ReturnType<typeof createCallQueue>;

/** One turn in so many is the background's, so that refreshing goes on however many pages ask. */
const BACKGROUND_EVERY = 4;

/**
 * Who is next. Quotas take turns, so that a region of many pages does not hold up the others; every
 * other turn is for the shortest quota, so that regions come in one by one rather than all at the end.
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
    /** For one that had been taken out, and could not go on. */
    joinFirst: (place: Place) => queuesOf(place).joinFirst(place),
    leave: (place: Place) => queuesOf(place).leave(place),
    /** Takes out the next one whose quota may go on; null while there is none. */
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
    /** Lifts a quota out of the background. */
    prioritise(quota: CallQuota) {
      for (const place of background.leaveAll(quota)) {
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
    /** Of each quota. */
    first: () => [...queues.values()].flatMap(([place]) => place ?? []),
    leaveAll(quota: CallQuota): Place[] {
      const places = queues.get(quota) ?? [];
      queues.delete(quota);
      return places;
    },
    join(place: Place) {
      const queue = queues.get(place.quota);
      if (queue === undefined) queues.set(place.quota, [place]);
      else queue.push(place);
    },
    joinFirst(place: Place) {
      queues.set(place.quota, [place, ...(queues.get(place.quota) ?? [])]);
    },
    leave(place: Place) {
      const left = queues.get(place.quota)?.filter((other) => other !== place) ?? [];
      if (left.length === 0) queues.delete(place.quota);
      else queues.set(place.quota, left);
    },
    next(mayGo: (place: Place) => boolean, isShortestFirst: boolean): Place | null {
      const quotas = isShortestFirst
        ? [...queues].toSorted(([, one], [, other]) => one.length - other.length)
        : queues;
      for (const [quota, queue] of quotas) {
        const [place] = queue;
        if (place === undefined || !mayGo(place)) continue;
        queue.shift();
        queues.delete(quota);
        if (queue.length > 0) queues.set(quota, queue);
        return place;
      }
      return null;
    },
  };
}

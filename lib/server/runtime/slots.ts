import "server-only";
import { catchUp } from "@/lib/server/runtime/request-context";

/** Leave to do something of which only so much goes on at a time. */
export type Slot = { free: () => void };

export type Slots = {
  /** In the order of asking; "left" when `closed` aborts first, "busy" when it would take too long. */
  take: (closed: AbortSignal) => Promise<Slot | "left" | "busy">;
};

type Limits = {
  /** How many at a time. */
  count: number;
  /** How many may wait, and how long; without, all do for as long as it takes. */
  maxWaiting?: number;
  maxWaitMs?: number;
};

export function createSlots({ count, maxWaiting = Infinity, maxWaitMs }: Limits): Slots {
  let taken = 0;
  /** First come, first served: with those who have left gone from it, nobody waits for nothing. */
  const waiting = new Set<(slot: Slot) => void>();

  function hand(): Slot {
    taken += 1;
    let isTaken = true;
    return {
      free() {
        if (!isTaken) return;
        isTaken = false;
        taken -= 1;
        void passOn();
      },
    };
  }

  async function passOn(): Promise<void> {
    await catchUp();
    for (const start of waiting) {
      if (taken >= count) return;
      start(hand());
    }
  }

  return {
    async take(closed) {
      if (closed.aborted) return "left";
      if (taken < count && waiting.size === 0) return hand();
      if (waiting.size >= maxWaiting) return "busy";
      return new Promise((resolve) => {
        const settle = (outcome: Slot | "left" | "busy") => {
          waiting.delete(settle);
          clearTimeout(timer);
          closed.removeEventListener("abort", leave);
          resolve(outcome);
        };
        const leave = () => settle("left");
        const timer =
          maxWaitMs === undefined ? undefined : setTimeout(() => settle("busy"), maxWaitMs);
        closed.addEventListener("abort", leave, { once: true });
        waiting.add(settle);
      });
    },
  };
}

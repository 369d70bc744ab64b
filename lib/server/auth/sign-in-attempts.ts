import "server-only";
import { LRUCache } from "lru-cache";
import { AccessError } from "@/lib/server/auth/access-error";
import { type Counted, countedBy, delayOf, FORGOTTEN_AFTER_MS } from "@/lib/server/auth/counted-by";
import { createSharedTries } from "@/lib/server/auth/shared-tries";
import { contact, type Contact } from "@/lib/server/replicas/contact";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Tries that have failed or are still under way, and until when there may be no other. */
type Tally = {
  tries: number;
  closedUntil: number;
  /** Of the tries, those that the other replicas have not been told of. */
  untold: number;
};

type Try = { succeeded: () => Promise<void> };

/** Counts who has tried to sign in: here, and in all replicas together. */
export function createSignInAttempts(replicas: Contact | null) {
  const kept = new LRUCache<string, Tally>({ max: 20_000, ttl: FORGOTTEN_AFTER_MS });
  const shared = createSharedTries(replicas);

  /** Throws AccessError while another one must wait. */
  function takeHere(counted: Counted[]) {
    const tallies = counted.map(({ key, rule }) => ({
      key,
      rule,
      tally: kept.get(key) ?? { tries: 0, closedUntil: 0, untold: 0 },
    }));
    const waitMs = Math.max(...tallies.map(({ tally }) => tally.closedUntil)) - Date.now();
    if (waitMs > 0) throw new AccessError("tooManyAttempts", waitMs);
    return tallies.map(({ key, rule, tally }) => {
      const before = tally.closedUntil;
      tally.tries += 1;
      tally.closedUntil = Date.now() + delayOf(tally.tries, rule);
      kept.set(key, tally);
      return { key, tally, before, until: tally.closedUntil };
    });
  }

  /**
   * Takes a try of signing in, which counts as failed until `succeeded` is called, so that tries at the
   * same time count too. A browser in which this user has signed in before has tries of its own, so that
   * whoever guesses elsewhere does not keep them out. Throws AccessError while another one must wait.
   */
  return async function takeTry(
    user: string,
    address: string,
    browser: string | null = null,
  ): Promise<Try> {
    const counted = countedBy(user, address, browser);
    const taken = takeHere(counted);
    const told = taken.map(({ tally }) => tally.untold);
    const waitMs = await shared.take(counted, told);
    for (const [index, { tally, before, until }] of taken.entries()) {
      if (waitMs === null) tally.untold += 1;
      else if (waitMs === 0) tally.untold -= told[index] ?? 0;
      else {
        // It was none, as those that have to wait here are none.
        tally.tries -= 1;
        if (tally.closedUntil === until) tally.closedUntil = before;
      }
    }
    if (waitMs !== null && waitMs > 0) throw new AccessError("tooManyAttempts", waitMs);
    return {
      async succeeded() {
        const [ofUser, ...ofPlaces] = taken;
        if (ofUser !== undefined) kept.delete(ofUser.key);
        // Their earlier failures stand: else an account of their own would give a guesser new tries.
        for (const { tally } of ofPlaces) {
          tally.tries -= 1;
          tally.closedUntil = 0;
          if (waitMs === null) tally.untold -= 1;
        }
        if (waitMs !== null) await shared.succeeded(counted);
      },
    };
  };
}

export const signInAttempts = defineSingleton("signInAttempts", () =>
  createSignInAttempts(contact()),
);

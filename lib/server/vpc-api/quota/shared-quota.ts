import "server-only";
import type { Contact } from "@/lib/server/replicas/contact";
import { type Ceilings, partOf, shareOf, SPAN_MS } from "@/lib/server/vpc-api/quota/ceilings";
import { everyMinute } from "@/lib/server/replicas/exchange";
import type { CallStart } from "@/lib/server/vpc-api/quota/call-quota";
import { handIn, removeOldCounts } from "@/lib/server/vpc-api/quota/hand-in";
import { createTakeCalls, type Taken, type Wanted } from "@/lib/server/vpc-api/quota/take-calls";

/**
 * Held back from what the database hands out: who loses it has its part of this at once, when nobody knows
 * yet what others have just started.
 */
const HELD_BACK = 1 / 10;

/** Who has been silent for so long is taken to be alone, and the others leave its share to it. */
const SILENT_AFTER_MS = 5_000;
const BUCKETS = 60;

const NOTHING: Ceilings = { callsPerSecond: 0, calls: 0, backgroundCalls: 0 };

/** The quota as all replicas have it together. */
export type SharedQuota = {
  /** What this process may start by itself; null while it takes its calls from the database. */
  own: (now: number) => Ceilings | null;
  /** What all of them may start, taken from the database. */
  common: Ceilings;
  /** For each call, in their order. Throws DatabaseError; then this process goes on alone. */
  take: (wanted: Wanted[]) => Promise<Taken[]>;
  /** Tells of the starts that nobody else has counted, and is told when the above has changed. */
  join: (limiter: { startsAfter: (at: number) => CallStart[]; resume: () => void }) => void;
};

export function createSharedQuota(
  contact: Contact,
  whole: Ceilings,
  { spanMs = SPAN_MS, silentAfterMs = SILENT_AFTER_MS, expected = 1 } = {},
): SharedQuota {
  const callsPerSecond = whole.callsPerSecond * (1 - HELD_BACK);
  const common = { ...partOf(whole, 1 - HELD_BACK), callsPerSecond };
  const heldBack = partOf(whole, HELD_BACK);
  const bucketMs = Math.ceil(spanMs / BUCKETS);
  /** When the others have surely left this one its share; and when what was taken before has left the span. */
  const paceAfterMs = 2 * silentAfterMs;
  const shareAfterMs = paceAfterMs + spanMs + bucketMs;
  const takeCalls = createTakeCalls(contact, {
    ...common,
    spanMs,
    bucketMs,
    silentAfterMs,
    expected,
  });

  return {
    common,
    take: takeCalls,
    own(now) {
      const alone = contact.alone();
      if (alone === null) return null;
      if (alone.isReturning) return NOTHING;
      const replicas = contact.replicas();
      const share = shareOf(whole, replicas);
      const part = partOf(heldBack, 1 / replicas);
      const forMs = now - alone.from;
      return {
        ...(forMs < shareAfterMs ? part : share),
        callsPerSecond: (forMs < paceAfterMs ? part : share).callsPerSecond,
      };
    },
    join({ startsAfter, resume }) {
      let handedInAt = Number.NEGATIVE_INFINITY;
      contact.onChange(resume);
      contact.exchange(everyMinute((db) => removeOldCounts(db, 10 * spanMs)));
      contact.exchange(async (db) => {
        const now = performance.now();
        const starts = startsAfter(Math.max(handedInAt, now - spanMs - bucketMs));
        if (starts.length > 0) await handIn(db, starts, now, bucketMs);
        handedInAt = now;
      });
    },
  };
}

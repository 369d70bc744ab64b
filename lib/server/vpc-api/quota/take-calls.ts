import "server-only";
import { sql } from "kysely";
import { ACCOUNT } from "@/lib/server/database/schema";
import type { Contact } from "@/lib/server/replicas/contact";
import { GONE_AFTER_MS } from "@/lib/server/replicas/heartbeat";
import type { QuotaKey } from "@/lib/server/vpc-api/quota/call-quota";
import type { Ceilings } from "@/lib/server/vpc-api/quota/ceilings";
import { createDatabaseClock } from "@/lib/server/vpc-api/quota/database-clock";

export type Wanted = QuotaKey & { isBackground: boolean };

/** By `performance.now`: from when until when it may start; or how long to wait before it is asked for again. */
export type Taken = { from: number; until: number } | { waitMs: number };

/**
 * How late a call may start: as much longer as a second is counted. A start that is missed is lost to all, so there is
 * room for a process that is busy for a moment.
 */
const LATE_MS = 150;
const SECOND_MS = 1_000 + LATE_MS;
/** Asking more often for what is used up would gain nothing. */
const SHORTEST_WAIT_MS = 100;

type Limits = Ceilings & {
  spanMs: number;
  bucketMs: number;
  silentAfterMs: number;
  expected: number;
};

/** Takes calls from the database (lib/server/database/migrations/sharing.ts). */
export function createTakeCalls(contact: Contact, limits: Limits) {
  const clock = createDatabaseClock();
  const intervalMs = SECOND_MS / limits.callsPerSecond;

  return async function takeCalls(wanted: Wanted[]): Promise<Taken[]> {
    const askedAt = performance.now();
    const { rows } = await contact.ask((db) =>
      sql<{ clock_ms: number; start_at: number | null; wait_ms: number | null }>`
        select * from take_calls(
          ${ACCOUNT}, ${contact.replicaId}, ${wanted.map(({ action }) => action)},
          ${wanted.map(({ regionId }) => regionId)}, ${wanted.map((one) => one.isBackground)},
          ${intervalMs}, ${clock.leadMs()}, ${limits.calls}, ${limits.backgroundCalls},
          ${limits.spanMs}, ${limits.bucketMs}, ${limits.silentAfterMs}, ${GONE_AFTER_MS},
          ${limits.expected}
        )`.execute(db),
    );
    const [first] = rows;
    if (first !== undefined) clock.set(first.clock_ms, askedAt, performance.now());
    return rows.map(({ start_at: startAt, wait_ms: waitMs }) => {
      if (startAt === null) return { waitMs: Math.max(SHORTEST_WAIT_MS, waitMs ?? 0) };
      const from = clock.local(startAt);
      return { from, until: from + LATE_MS };
    });
  };
}

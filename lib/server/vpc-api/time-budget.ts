import "server-only";
import { mayWaitLong } from "@/lib/server/vpc-api/quota/background";

/** What a call may take in all, its attempts and the pauses between them. */
export const WORK_MS = 20_000;
/** The same of one part of a page, the others of which are not to wait for it. */
export const PART_MS = 8_000;
/** How long one that nobody waits for may queue before that. */
const BACKGROUND_WAIT_MS = 5 * 60_000;

/** The time of one call. Queueing counts only where somebody waits for the answer. */
export function createTimeBudget(workMs = WORK_MS) {
  const mayQueueLong = mayWaitLong();
  const startedAt = performance.now();
  let waitedMs = 0;
  const elapsedMs = () => performance.now() - startedAt;
  const remainingMs = () => workMs - (mayQueueLong ? elapsedMs() - waitedMs : elapsedMs());
  return {
    remainingMs,
    maxWaitMs: () => (mayQueueLong ? BACKGROUND_WAIT_MS - waitedMs : Math.max(1, remainingMs())),
    waited: (ms: number) => {
      waitedMs += ms;
    },
  };
}

export type TimeBudget = ReturnType<typeof createTimeBudget>;

import "server-only";
import type { CallQuota } from "@/lib/server/vpc-api/quota/call-quota";
import type { CallQueue, Place } from "@/lib/server/vpc-api/quota/call-queue";
import type { SharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";
import type { Taken } from "@/lib/server/vpc-api/quota/take-calls";

/** So many questions a second at most; more calls are asked for together, and wait for each other's start. */
const PORTIONS_PER_SECOND = 10;
const LARGEST = 50;

/** Takes calls from the shared quota, several at a time, and lets them in when they may start. */
export function createPortions(queue: CallQueue, shared: SharedQuota, onDone: () => void) {
  const perPortion = Math.ceil(shared.common.callsPerSecond / PORTIONS_PER_SECOND);
  let current: Place[] = [];
  let refused: Place[] = [];

  async function letIn(place: Place, taken: Taken | undefined): Promise<void> {
    if (taken !== undefined && "from" in taken) {
      await until(taken.from);
      // One that comes too late would start together with those after it.
      if (!place.hasLeft && performance.now() <= taken.until) return place.enter();
    } else if (taken !== undefined) {
      place.quota.refused(performance.now() + taken.waitMs, place.isBackground);
    }
    place.quota.end();
    refused.push(place);
  }

  return {
    size: Math.min(LARGEST, perPortion),
    isBusy: () => current.length > 0,
    async take(places: Place[]): Promise<void> {
      current = places;
      // Where the database is away, all of them go back, and then on alone.
      const taken = await shared.take(places.map(wantedBy)).catch(() => []);
      for (const [index, place] of places.entries()) await letIn(place, taken[index]);
      for (const place of refused.toReversed()) if (!place.hasLeft) queue.joinFirst(place);
      refused = [];
      current = [];
      onDone();
    },
    /** As in the queue: whoever goes back into it is background no more. */
    prioritise(quota: CallQuota): void {
      for (const place of current) if (place.quota === quota) place.isBackground = false;
    },
  };
}

const wantedBy = ({ quota, isBackground }: Place) => ({ ...quota.key, isBackground });

function until(at: number): Promise<void> {
  const ms = at - performance.now();
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, Math.ceil(ms)));
}

import "server-only";
import { backgroundUser } from "@/lib/server/auth/background-user";
import { EMPTY_REGION_POLLS } from "@/lib/server/history/gap-terms";
import { recordedRegionIds, recordMissingRead } from "@/lib/server/history/recorder";
import { listRegions } from "@/lib/server/inventory/regions";
import { failureCodeOf, lastSnapshot, poll } from "@/lib/server/inventory/snapshots";
import { onRole, readsForItself, untilJoined } from "@/lib/server/replicas/replicas";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";
import { inBackground } from "@/lib/server/vpc-api/quota/background";

/**
 * Reads every region in each interval while nobody looks, spread over the interval, through the same reads
 * that pages wait for. Of several replicas one does, unless they are cut off from each other. Ends with what it returns; no error ends it.
 */
export function startPoller(): () => void {
  const intervalMs = env().TUNNELBOARD_POLL_SECONDS * 1000;
  if (intervalMs === 0) return () => undefined;
  const timers = new Set<NodeJS.Timeout>();
  let round = 0;

  function after(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work().catch((error: unknown) => {
        log().error({ name: error instanceof Error ? error.name : typeof error }, "poller failed");
      });
    }, ms);
    timer.unref();
    timers.add(timer);
  }

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  }

  async function startRound(): Promise<void> {
    after(intervalMs, startRound);
    await untilJoined();
    if (!readsForItself()) return;
    const regionIds = await regionsToPoll(round);
    for (const [index, regionId] of regionIds.entries()) {
      after((index * intervalMs) / regionIds.length, () => readRegion(regionId, intervalMs));
    }
    round += 1;
  }

  after(0, startRound);
  const stopListening = onRole((role, before) => {
    if (role !== "leader" || before === "joining") return;
    // What the last leader has not read in time is read at once.
    stop();
    after(0, startRound);
  });
  return () => {
    stopListening();
    stop();
  };
}

/** A region in which the account has nothing is read in one round of several. */
async function regionsToPoll(round: number): Promise<string[]> {
  const regionIds = await regionIdsNow();
  return regionIds.filter(
    (regionId, index) => !isEmpty(regionId) || (round + index) % EMPTY_REGION_POLLS === 0,
  );
}

/** While the list of regions cannot be had, those of the past: each then shows how it is, or why it cannot be read. */
async function regionIdsNow(): Promise<string[]> {
  try {
    const regions = await inBackground(() => listRegions(backgroundUser()));
    return regions.map(({ regionId }) => regionId);
  } catch {
    return recordedRegionIds();
  }
}

function isEmpty(regionId: string): boolean {
  const answer = lastSnapshot(regionId)?.answer ?? null;
  return answer !== null && answer.vpnConnections.length + answer.unreadable.length === 0;
}

async function readRegion(regionId: string, intervalMs: number): Promise<void> {
  if (!readsForItself()) return;
  await poll(regionId, intervalMs);
  const failure = lastSnapshot(regionId)?.failure ?? null;
  await recordMissingRead(regionId, failureCodeOf(failure?.error), Date.now());
}

import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Cluster } from "@/e2e/replicas/cluster";
import { report } from "@/e2e/replicas/reports";
import type { RunningReplica } from "@/e2e/replicas/replica";
import { startViewers } from "@/e2e/replicas/viewers";

const MINUTE_MS = 60_000;
const MOST_MINUTES = 3;

/**
 * Calls of a minute with viewers at all that run. Replicas that lose the database read for themselves, as one that is too
 * busy to answer may make them: such a minute is not what is asked for, and another follows.
 */
export async function callsWatched(cluster: Cluster, cookie: string, who: string): Promise<number> {
  const running = cluster.running();
  const viewers = running.map(({ url }) => startViewers(url, cookie, 3));
  const losses = () => running.map((one) => one.lossCount()).join();
  await sleep(MINUTE_MS / 4);
  let calls = Number.NaN;
  for (let minute = 0; minute < MOST_MINUTES && Number.isNaN(calls); minute += 1) {
    await cluster.untilTogether();
    const before = losses();
    const usage = usageOf(running);
    const counted = await cluster.calls.during(() => sleep(MINUTE_MS));
    if (losses() === before) calls = counted;
    report(
      `${who}: ${counted} calls; ${usage()}${losses() === before ? "" : "; lost the database"}`,
    );
  }
  for (const one of viewers) expect((await one.leave()).failures).toEqual([]);
  return calls;
}

/** What each does with a processor from now on, and holds. */
function usageOf(running: RunningReplica[]): () => string {
  const before = running.map((one) => one.usage().cpuMs);
  return () =>
    running
      .map((one, index) => {
        const { cpuMs, memory } = one.usage();
        const used = ((cpuMs - (before[index] ?? 0)) / 1_000).toFixed(1);
        return `${one.role()} ${used} s of a processor, ${memory} MB`;
      })
      .join(", ");
}

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
  const losses = () => running.map((one) => one.lossCount()).join();
  for (let minute = 0; minute < MOST_MINUTES; minute += 1) {
    await cluster.untilTogether();
    const before = losses();
    const calls = await callsOfMinute(running, cluster.calls, cookie, who);
    if (losses() === before) return calls;
    report(`${who}: lost the database`);
  }
  return Number.NaN;
}

/** Calls of a minute with viewers at each of these, which says what that costs them. */
export async function callsOfMinute(
  servers: RunningReplica[],
  calls: Cluster["calls"],
  cookie: string,
  who: string,
): Promise<number> {
  const viewers = servers.map(({ url }) => startViewers(url, cookie, 3));
  await sleep(MINUTE_MS / 4);
  const usage = usageOf(servers);
  const counted = await calls.during(() => sleep(MINUTE_MS));
  report(`${who}: ${counted} calls; ${usage()}`);
  for (const one of viewers) expect((await one.leave()).failures).toEqual([]);
  return counted;
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

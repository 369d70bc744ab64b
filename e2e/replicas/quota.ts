import { expect } from "vitest";
import { mostWithin } from "@/e2e/replicas/calls";
import type { Cluster } from "@/e2e/replicas/cluster";
import { report } from "@/e2e/replicas/reports";

/** Alibaba's, of each action in each region and of all. */
const QUOTA = { calls: 500, spanMs: 60_000, callsPerSecond: 100 };

/** As the account has seen it, of all replicas together. Returns the most calls of one action in one region. */
export function expectWithinQuota({ calls }: Cluster): number {
  const all = calls.all();
  const inMinute = mostWithin(all, QUOTA.spanMs, (one) => `${one.action} ${one.regionId}`);
  const inSecond = mostWithin(all, 1_000, () => "all");
  report(
    `${all.length} calls; of one action in one region at most ${inMinute} in 60 s, of all at most ${inSecond} in a second`,
  );
  expect(inMinute).toBeLessThanOrEqual(QUOTA.calls);
  expect(inSecond).toBeLessThanOrEqual(QUOTA.callsPerSecond);
  return inMinute;
}

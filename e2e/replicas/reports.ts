import { expect } from "vitest";
import type { Cluster } from "@/e2e/replicas/cluster";
import { startViewers } from "@/e2e/replicas/viewers";

type Viewing = Parameters<typeof startViewers>[3];

export const report = (text: string) => process.stdout.write(`    ${text}\n`);
export const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** People look through nginx meanwhile, and none of them may get a wrong answer. */
export async function underLoad<Result>(
  { nginx }: Cluster,
  cookie: string,
  work: () => Promise<Result>,
  viewing: Viewing = {},
): Promise<Result> {
  const viewers = startViewers(nginx.url, cookie, 8, viewing);
  const before = nginx.retries();
  try {
    return await work();
  } finally {
    const { asked, failures, longestMs } = await viewers.leave();
    const { refused, broken } = nginx.retries();
    report(`${asked} requests through nginx, ${failures.length} failed, longest ${longestMs} ms`);
    report(`nginx met ${refused - before.refused} refusals, ${broken - before.broken} breaks`);
    if (failures.length > 0) report(failures.slice(0, 5).join("; "));
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  }
}

/** For a test that fails: what each has said last. */
export function reportStories(cluster: Cluster): void {
  for (const [index, replica] of cluster.replicas.entries()) {
    report(`replica ${index + 1} (${replica.role()}):\n${replica.story().slice(-20).join("\n")}`);
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Cluster, startCluster } from "@/e2e/replicas/cluster";
import { expectWithinQuota } from "@/e2e/replicas/quota";
import { report, reportStories } from "@/e2e/replicas/reports";
import { sessionAt } from "@/e2e/replicas/viewers";
import { ask } from "@/e2e/raw-request";
import { LATEST_LOGS } from "@/lib/vpn/logs/connection-logs";
import { api } from "@/lib/vpn/hrefs";

const MINUTE_MS = 60_000;
/** At the same time at each replica. */
const ASKERS = 12;

let cluster: Cluster;
let cookie: string;

beforeAll(async () => {
  cluster = await startCluster();
  await Promise.all(cluster.replicas.map((one) => one.untilHealthy()));
  cookie = await sessionAt(cluster.replicas[0]?.url ?? "", "olga");
});
afterEach(({ task }) => {
  if (task.result?.state === "fail") reportStories(cluster);
});
afterAll(() => cluster.close());

/** Logs that nobody has asked for yet, of one region: a call each. */
function* questions(): Generator<string, never> {
  for (let minutesAgo = 1; ; minutesAgo += 1) {
    const until = Date.now() - minutesAgo * MINUTE_MS;
    for (const id of cluster.account.ids) {
      yield api.logs(cluster.account.regionId, id, { ...LATEST_LOGS, until });
    }
  }
}

it("all replicas together keep to the quota where more is asked for than it allows", async () => {
  await cluster.untilTogether();
  const statuses = new Map<number, number>();
  const asking = questions();
  const endsAt = performance.now() + 2 * MINUTE_MS;
  const askAt = async (url: string) => {
    while (performance.now() < endsAt) {
      const { value } = asking.next();
      const { status } = await ask(url, value, { headers: { cookie } });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // Who is told to come again does so soon.
      if (status !== 200) await sleep(500);
    }
  };
  const urls = cluster.replicas.flatMap(({ url }) => Array.from({ length: ASKERS }, () => url));
  await Promise.all(urls.map(askAt));
  report(
    `answers: ${[...statuses].map(([status, count]) => `${count} times ${status}`).join(", ")}`,
  );
  expect([...statuses.keys()].filter((status) => ![200, 503, 504].includes(status))).toEqual([]);
  // Otherwise nobody was held back.
  expect(statuses.size).toBeGreaterThan(1);
  expect(expectWithinQuota(cluster)).toBeGreaterThan(0);
});

import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Cluster, startCluster } from "@/e2e/replicas/cluster";
import { makeOtherVersion } from "@/e2e/replicas/other-version";
import { report, reportStories, seconds, underLoad } from "@/e2e/replicas/reports";
import { sessionAt } from "@/e2e/replicas/viewers";
import { ask } from "@/e2e/raw-request";
import { api } from "@/lib/vpn/hrefs";

const POLLING = { timeout: 120_000, interval: 1_000 };

const other = makeOtherVersion();
let cluster: Cluster;
let cookie: string;

beforeAll(async () => {
  cluster = await startCluster();
  await Promise.all(cluster.replicas.map((one) => one.untilHealthy()));
  cookie = await sessionAt(cluster.replicas[0]?.url ?? "", "vera");
});
afterEach(({ task }) => {
  if (task.result?.state === "fail") reportStories(cluster);
});
afterAll(async () => {
  await cluster.close();
  other.close();
});

/** How many of the connections that may go down each replica shows as down. */
async function downAtEach(): Promise<number[]> {
  const path = api.vpnConnections(cluster.account.regionId, { status: ["down"] });
  const answers = cluster.replicas.map(async ({ url }) => {
    const { body } = await ask(url, path, { headers: { cookie } });
    return Number(/"totalCount":(\d+)/.exec(body)?.[1]);
  });
  return Promise.all(answers);
}

/** Twice: what a replica shows first, it has read itself. */
async function expectNewsAtAll(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    cluster.account.fail();
    const count = cluster.account.downIds().length;
    const start = performance.now();
    await expect.poll(downAtEach, POLLING).toEqual([count, count, count]);
    report(`all show what is new after ${seconds(performance.now() - start)}`);
  }
}

/** In which the leader has written the region. */
const formatOfNews = async () => {
  const found = await cluster.rows<{ format: number }>(
    `select format from shared_answers
     where kind = 'vpn_connections' and key = '${cluster.account.regionId}'`,
  );
  return found.map(({ format }) => format);
};

it("a replica that writes another format lives beside the others, whoever leads", async () => {
  await cluster.untilTogether();
  const [first, second, third] = cluster.replicas;
  await underLoad(cluster, cookie, async () => {
    await third?.end("SIGTERM");
    // Started at once it might lead again before the others try to.
    await cluster.untilTogether();
    third?.start(other.folder);
    await third?.untilHealthy();
    await cluster.untilTogether();
    expect(third?.role()).toBe("follower");
    await expectNewsAtAll();
    expect(await formatOfNews()).toEqual([1]);

    await Promise.all([first?.end("SIGTERM"), second?.end("SIGTERM")]);
    await cluster.untilTogether();
    first?.start();
    second?.start();
    await Promise.all(cluster.replicas.map((one) => one.untilHealthy()));
    await cluster.untilTogether();
    expect(third?.role()).toBe("leader");
    await expectNewsAtAll();
    await expect.poll(formatOfNews, POLLING).toEqual([2]);
    expect(cluster.running()).toHaveLength(3);
  });
});

it("and leaves nothing that keeps the others from going on", async () => {
  const third = cluster.replicas[2];
  expect(await third?.end("SIGTERM")).toBe(0);
  await cluster.untilTogether();
  third?.start();
  await third?.untilHealthy();
  await cluster.untilTogether();
  await expectNewsAtAll();
  await expect.poll(formatOfNews, POLLING).toEqual([1]);
  const ids = cluster.account.downIds();
  const down = () =>
    cluster.rows<{ id: string }>(
      `select vpn_connection_id as id from events
       where kind = 'down' and region_id = '${cluster.account.regionId}' order by at, id`,
    );
  await expect.poll(async () => (await down()).map(({ id }) => id), POLLING).toEqual(ids);
});

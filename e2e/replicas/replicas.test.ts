import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Cluster, startCluster } from "@/e2e/replicas/cluster";
import { expectWithinQuota } from "@/e2e/replicas/quota";
import { report, reportStories, seconds, underLoad } from "@/e2e/replicas/reports";
import { sessionAt, WITH_FORMS } from "@/e2e/replicas/viewers";
import { callsWatched } from "@/e2e/replicas/watched";
import { ask } from "@/e2e/raw-request";
import { PASSWORD } from "@/e2e/users-file";
import { api } from "@/lib/vpn/hrefs";

/** What the product promises (docs/replicas.md). */
const TAKE_OVER_MS = 15_000;
const SIGN_OUT_MS = 1_000;

const MINUTE_MS = 60_000;
const EACH_MS = 12_000;

let cluster: Cluster;
let cookie: string;
/** One connection goes down every so often, whatever else happens. */
let failing: NodeJS.Timeout;

beforeAll(async () => {
  cluster = await startCluster();
  await Promise.all(cluster.replicas.map((one) => one.untilHealthy()));
  cookie = await sessionAt(cluster.replicas[0]?.url ?? "", "vera");
});

afterEach(({ task }) => {
  if (task.result?.state === "fail") reportStories(cluster);
});

afterAll(async () => {
  clearInterval(failing);
  await cluster.close();
});

it("three that start at once on an empty database are one", async () => {
  report(`together after ${seconds(await cluster.untilTogether())}`);
  expect(cluster.roles()).toEqual(["follower", "follower", "leader"]);
});

it("costs as many calls as one", async () => {
  const [, second, third] = cluster.replicas;
  expect(await second?.end("SIGTERM")).toBe(0);
  expect(await third?.end("SIGTERM")).toBe(0);
  await cluster.untilTogether();
  const one = await callsWatched(cluster, cookie, "one");
  second?.start();
  third?.start();
  await Promise.all(cluster.replicas.map((replica) => replica.untilHealthy()));
  await cluster.untilTogether();
  const three = await callsWatched(cluster, cookie, "three");
  expect(one).toBeGreaterThan(10);
  expect(three).toBeLessThanOrEqual(one * 1.25);
});

it("another leads when the leader is killed", async () => {
  cluster.account.grow();
  failing = setInterval(cluster.account.fail, EACH_MS);
  const { replica, index } = cluster.leader();
  await underLoad(cluster, cookie, async () => {
    await sleep(EACH_MS);
    await replica.end("SIGKILL");
    const took = await cluster.untilReplaced(index);
    report(`another leads ${seconds(took)} after kill -9`);
    expect(took).toBeLessThan(TAKE_OVER_MS);
    replica.start();
    await replica.untilHealthy();
    await cluster.untilTogether();
  });
});

it("another leads when the leader is stopped, and still when it goes on", async () => {
  const { replica, index } = cluster.leader();
  replica.signal("SIGSTOP");
  const took = await cluster.untilReplaced(index);
  report(`another leads ${seconds(took)} after SIGSTOP`);
  expect(took).toBeLessThan(TAKE_OVER_MS);
  await sleep(30_000 - Math.min(took, 30_000));
  replica.signal("SIGCONT");
  await expect.poll(() => replica.role(), { timeout: MINUTE_MS }).toBe("follower");
  await cluster.untilTogether();
});

it("another leads when the leader is cut off from the database", async () => {
  const { index } = cluster.leader();
  await underLoad(cluster, cookie, async () => {
    cluster.relays[index]?.cut();
    const took = await cluster.untilReplaced(index);
    report(`another leads ${seconds(took)} after the leader is cut off`);
    expect(took).toBeLessThan(TAKE_OVER_MS);
    await sleep(30_000 - Math.min(took, 30_000));
    cluster.relays[index]?.mend();
    report(`together ${seconds(await cluster.untilTogether())} after it is mended`);
  });
});

it("goes on while the database is stopped for a minute", async () => {
  await underLoad(cluster, cookie, async () => {
    await cluster.database.stop();
    await sleep(MINUTE_MS);
    await cluster.database.start();
    report(`together ${seconds(await cluster.untilTogether())} after the database is back`);
    expect(cluster.roles()).toEqual(["follower", "follower", "leader"]);
  });
});

it("loses no request when each is replaced, beside a newer version too", async () => {
  const viewing = { steps: WITH_FORMS, pauseMs: 100 };
  // What a newer version of the same generation leaves behind; this one has to live with it.
  await cluster.rows(
    "insert into kysely_migration (name, timestamp) values ('0999-of-a-newer-version', '2099-01-01')",
  );
  await underLoad(
    cluster,
    cookie,
    async () => {
      for (const replica of cluster.replicas) {
        expect(await replica.end("SIGTERM")).toBe(0);
        replica.start();
        await replica.untilHealthy();
        await cluster.untilTogether();
      }
    },
    viewing,
  );
});

it("refuses at one who has signed out, or guesses, at another", async () => {
  const [one = "", other = ""] = cluster.replicas.map(({ url }) => url);
  const mila = await sessionAt(one, "mila");
  const statusAt = async (url: string) =>
    (await ask(url, api.regions, { headers: { cookie: mila } })).status;
  expect(await statusAt(other)).toBe(200);
  await ask(one, api.signOut, { form: {}, headers: { origin: one, cookie: mila } });
  const start = performance.now();
  while ((await statusAt(other)) !== 401 && performance.now() - start < MINUTE_MS) await sleep(20);
  const took = performance.now() - start;
  report(`a sign-out holds elsewhere after ${Math.round(took)} ms`);
  expect(took).toBeLessThan(SIGN_OUT_MS);

  const statuses: number[] = [];
  for (let turn = 0; turn < 8 && !statuses.includes(429); turn += 1) {
    const url = cluster.replicas[turn % 3]?.url ?? "";
    const form = { user: "olga", password: `not ${PASSWORD}`, returnTo: "/" };
    const headers = { origin: url, accept: "application/json" };
    statuses.push((await ask(url, api.signIn(), { form, headers })).status);
  }
  // By itself each would let as many through.
  expect(statuses).toContain(429);
});

it("has written each event once", async () => {
  clearInterval(failing);
  const ids = cluster.account.downIds();
  expect(ids.length).toBeGreaterThan(10);
  const down = () =>
    cluster.rows<{ id: string; count: number }>(
      `select vpn_connection_id as id, count(*)::int as count from events
       where kind = 'down' and region_id = '${cluster.account.regionId}' group by 1`,
    );
  const wanted = Object.fromEntries(ids.map((id) => [id, 1]));
  await expect
    .poll(async () => Object.fromEntries((await down()).map(({ id, count }) => [id, count])), {
      timeout: 3 * MINUTE_MS,
      interval: 2_000,
    })
    .toEqual(wanted);
  const kinds = await cluster.rows<{ kind: string; count: number }>(
    "select kind, count(*)::int as count from events group by 1 order by 1",
  );
  report(`events: ${kinds.map(({ kind, count }) => `${count} ${kind}`).join(", ")}`);
});

it("has kept to the quota in every window", () => {
  expect(expectWithinQuota(cluster)).toBeGreaterThan(0);
});

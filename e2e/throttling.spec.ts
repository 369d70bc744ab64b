import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { goodDayOf, ofRegion, orReading } from "@/e2e/outage";
import { expectSummaries, expectSoundServer, type Visit } from "@/e2e/every-address";
import { api, pages } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";

/** The server remembers that it was throttled, so each of these has a server of its own. */
const THROTTLED = { code: "throttled", status: 503 } as const;
const LIST = "/regions/[regionId]/vpn-connections";
const ofWaiting = orReading(ofRegion);

test("throttling that says for how long: every page and route says so, and recovers after it", async ({
  simulator,
}) => {
  test.slow();
  const app = await startApp(simulator);
  const { visits, summary } = await goodDayOf(app, simulator);
  const end = simulator.faults.add({ kind: "throttle", retryAfterMs: 30_000, regionId: REGION });
  await expectSummaries(app, simulator, visits, (one) => ofWaiting(one, summary(one), THROTTLED));
  end();
  await expectSummaries(app, simulator, visits, summary);
  await expectSoundServer(app, simulator);
  await app.close();
});

test("throttling that does not say for how long: nobody waits for ever, and it recovers", async ({
  simulator,
}) => {
  test.slow();
  const app = await startApp(simulator);
  // Few, since each asks on its own: one page, the region read whole, and what lives on that.
  const few: Visit[] = [
    { route: "/", address: pages.home, as: "page" },
    { route: "/api/overview", address: api.overview, as: "data" },
    { route: LIST, address: pages.vpnConnections(REGION), as: "page" },
    { route: `/api${LIST}`, address: api.vpnConnections(REGION), as: "data" },
    { route: `/api${LIST}`, address: api.vpnConnections(REGION, { sort: "name" }), as: "data" },
  ];
  await expectSummaries(app, simulator, few, () => "200");
  const fault = { kind: "throttle", code: "Throttling.User", regionId: REGION } as const;
  const end = simulator.faults.add(fault);
  await expectSummaries(app, simulator, few, (one) => ofWaiting(one, "200", THROTTLED));
  end();
  await expectSummaries(app, simulator, few, () => "200");
  await expectSoundServer(app, simulator);
  await app.close();
});

test("who joins a read that waits behind the pages is told so, and does not wait with it", async ({
  simulator,
}) => {
  const action = "DescribeVpnConnections";
  simulator.faults.add({ action, kind: "throttle", retryAfterMs: 60_000, regionId: REGION });
  const app = await startApp(simulator);
  const calls = () =>
    simulator.requests.filter((one) => one.action === action && one.regionId === REGION).length;
  const before = calls();
  expect((await fetch(app.url + api.vpnConnections(REGION))).status).toBe(503);
  // From here on the region is being read behind the overview.
  await fetch(app.url + api.overview);
  const reply = await fetch(app.url + api.vpnConnections(REGION, { sort: "name" }));
  expect(reply.status).toBe(503);
  expect(await reply.json()).toMatchObject({ code: "throttled" });
  // The page and the region behind it: both were on their way before the API said no.
  expect(calls() - before).toBeLessThanOrEqual(2);
  await app.close();
});

test("one region that hangs, one that is closed and one that is throttled leave the others alone, and recover by themselves", async ({
  simulator,
}) => {
  test.slow();
  const action = "DescribeVpnConnections";
  const [hanging, closed, throttled] = ["cn-shanghai", "cn-beijing", "eu-central-1"];
  simulator.faults.add({ action, kind: "hang", regionId: hanging });
  simulator.faults.add({ action, kind: "error", code: "Forbidden", regionId: closed });
  simulator.faults.add({
    action,
    kind: "throttle",
    retryAfterMs: 30_000,
    regionId: throttled,
    times: 1,
  });
  const app = await startApp(simulator);
  const unhealthy = async () => {
    const { regions }: Overview = await (await fetch(app.url + api.overview)).json();
    const gaps = regions.filter(({ state }) => state !== "ready");
    return gaps.map(({ regionId, state, problem }) => [regionId, state, problem?.code]);
  };
  const refused = [
    [closed, "failed", "access_denied"],
    [throttled, "failed", "throttled"],
  ];
  const inOrder = (rows: (string | undefined)[][]) =>
    simulator.regionIds.flatMap((regionId) => rows.filter(([id]) => id === regionId));
  await expect.poll(unhealthy).toEqual(inOrder([[hanging, "loading", undefined], ...refused]));
  await expect
    .poll(async () => (await unhealthy()).find(([id]) => id === hanging), { timeout: 60_000 })
    .toEqual([hanging, "failed", "timeout"]);
  simulator.faults.clear();
  await expect.poll(unhealthy, { timeout: 120_000 }).toEqual([]);
  await expectSoundServer(app, simulator);
  await app.close();
});

import type { AppServer } from "@/e2e/app-server";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { numbered, UP } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Overview, VpnConnectionList } from "@/lib/vpn/types";

/** Three pages, the last of them not full. */
const COUNT = 120;
const ACTION = "DescribeVpnConnections";
const ALL = api.download(REGION, { ...NO_PARAMETERS, open: [] }, "json");

test.use({ allowFailedReplies: true });

test.beforeEach(({ simulator }) => {
  simulator.setConnections(
    REGION,
    numbered(COUNT, () => UP),
  );
});

/** Counts the calls of the region that some work costs. */
async function callsOf(simulator: Simulator, work: () => Promise<unknown>) {
  const count = () =>
    simulator.requests.filter((one) => one.action === ACTION && one.regionId === REGION).length;
  const before = count();
  await work();
  return count() - before;
}

async function readAll(app: AppServer) {
  const reply = await fetch(app.url + ALL);
  expect(reply.status).toBe(200);
  const { totalCount, vpnConnections }: VpnConnectionList = await reply.json();
  return { totalCount, names: vpnConnections.map(({ name }) => name).toSorted() };
}

for (const value of [0, 7, 50, 119, -1, -1e15, 0.5, null]) {
  test(`with ${value ?? "nothing"} as the total of ${COUNT}, a list read whole has each of them once`, async ({
    app,
    simulator,
  }) => {
    const truth = await readAll(app);
    expect(new Set(truth.names).size).toBe(COUNT);
    simulator.faults.add({ action: ACTION, kind: "total", value, regionId: REGION });
    const calls = await callsOf(simulator, async () =>
      expect(await readAll(app)).toEqual({ totalCount: COUNT, names: truth.names }),
    );
    // Three pages, and for as long as it looks as if the list had moved.
    expect(calls).toBeLessThanOrEqual(12);
  });
}

for (const value of [121, 1_000, 1e9, Number.MAX_SAFE_INTEGER, 1e300]) {
  test(`with ${value} as the total of ${COUNT}, no half of a region passes for the whole`, async ({
    app,
    page,
    simulator,
  }) => {
    simulator.faults.add({ action: ACTION, kind: "total", value, regionId: REGION });
    const calls = await callsOf(simulator, async () => {
      const reply = await fetch(app.url + ALL);
      expect(reply.status).toBe(502);
      expect(await reply.json()).toMatchObject({ code: "bad_answer" });
    });
    // As many at a time as may stand in line, not as many as the total promises.
    expect(calls).toBeLessThanOrEqual(100);
    const stateOf = async () => {
      const { regions }: Overview = await (await fetch(app.url + api.overview)).json();
      return regions.find(({ regionId }) => regionId === REGION);
    };
    await expect
      .poll(stateOf)
      .toMatchObject({ state: "failed", totalCount: null, problem: { code: "bad_answer" } });

    await page.goto(pages.vpnConnections(REGION));
    await expect(rowOf(page, "n10")).toBeVisible();
    simulator.faults.clear();
    await expect.poll(stateOf, { timeout: 45_000 }).toMatchObject({ totalCount: COUNT });
  });
}

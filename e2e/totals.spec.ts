import type { AppServer } from "@/e2e/app-server";
import { expect, rowOf, test } from "@/e2e/fixtures";
import { numbered, UP } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Overview } from "@/lib/vpn/overview";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Three pages, the last of them not full. */
const COUNT = 120;
const ACTION = "DescribeVpnConnections";

test.use({ allowFailedReplies: true });

const readAll = (app: AppServer, regionId: string) =>
  fetch(app.url + api.download(regionId, NO_PARAMETERS, "json"));

function setUp(simulator: Simulator, regionId: string) {
  simulator.setConnections(
    regionId,
    numbered(COUNT, () => UP),
  );
}

const lie = (simulator: Simulator, regionId: string, value: number | null) =>
  simulator.faults.add({ action: ACTION, kind: "total", value, regionId });

/** The calls of the region that some work costs. */
async function callsOf(simulator: Simulator, regionId: string, work: () => Promise<void>) {
  const count = () =>
    simulator.requests.filter((one) => one.action === ACTION && one.regionId === regionId).length;
  const before = count();
  await work();
  return count() - before;
}

for (const value of [0, 7, 50, 119, -1, 0.5, null]) {
  test(`with ${value ?? "nothing"} as the total of ${COUNT}, a list read whole has each of them once`, async ({
    app,
    simulator,
  }) => {
    const regionId = "cn-hangzhou";
    setUp(simulator, regionId);
    const read = async () => {
      const list: VpnConnectionList = await (await readAll(app, regionId)).json();
      const names = list.vpnConnections.map(({ name }) => name).toSorted();
      return { totalCount: list.totalCount, names };
    };
    const truth = await read();
    expect(new Set(truth.names).size).toBe(COUNT);
    lie(simulator, regionId, value);
    const calls = await callsOf(simulator, regionId, async () => {
      expect(await read()).toEqual({ totalCount: COUNT, names: truth.names });
    });
    // Three pages, and for as long as it looks as if the list had moved.
    expect(calls).toBeLessThanOrEqual(12);
  });
}

/** Each in a region of its own: what such a total costs would soon use up the quota of one. */
for (const { value, regionId } of [
  { value: 121, regionId: "cn-shanghai" },
  { value: 1e9, regionId: "cn-shenzhen" },
  { value: 1e300, regionId: "eu-central-1" },
]) {
  test(`with ${value} as the total of ${COUNT}, no half of a region passes for the whole`, async ({
    app,
    page,
    simulator,
  }) => {
    setUp(simulator, regionId);
    lie(simulator, regionId, value);
    const calls = await callsOf(simulator, regionId, async () => {
      const reply = await readAll(app, regionId);
      expect(reply.status).toBe(502);
      expect(await reply.json()).toMatchObject({ code: "bad_answer" });
    });
    // As many as may queue at a time, not as many as the total promises.
    expect(calls).toBeLessThanOrEqual(100);
    const stateOf = async () => {
      const { regions }: Overview = await (await fetch(app.url + api.overview)).json();
      return regions.find((one) => one.regionId === regionId);
    };
    await expect
      .poll(stateOf)
      .toMatchObject({ state: "failed", totalCount: null, problem: { code: "bad_answer" } });

    await page.goto(pages.vpnConnections(regionId));
    await expect(rowOf(page, "n10")).toBeVisible();
    simulator.faults.clear();
    await expect.poll(stateOf, { timeout: 45_000 }).toMatchObject({ totalCount: COUNT });
  });
}

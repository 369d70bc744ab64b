import { type AppServer, startApp } from "@/e2e/app-server";
import { expect, test } from "@/e2e/fixtures";
import { startSimulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";
import type { RegionState } from "@/lib/vpn/types";

const ACTION = "DescribeVpnConnections";
const PER_SECOND = 5;

const overviewOf = async (app: AppServer): Promise<Overview> =>
  (await fetch(app.url + api.overview)).json();

const isRead = ({ state }: RegionState) => state === "ready";

/** When the server's calls left, by its log: what a busy machine does to them later is not its doing. */
function startsOf(app: AppServer): number[] {
  const lines = app.output().split("\n");
  const calls = lines.filter((line) => line.includes('"msg":"upstream call"'));
  return calls
    .map((line): { time: string; durationMs: number } => JSON.parse(line))
    .map(({ time, durationMs }) => Date.parse(time) - durationMs)
    .toSorted((a, b) => a - b);
}

test("a cold overview of many regions keeps to the rate, shows who waits, and fails none", async () => {
  const simulator = await startSimulator({ regions: 30, connections: 60 });
  const app = await startApp(simulator, {
    TUNNELBOARD_CALLS_PER_SECOND: String(PER_SECOND),
    TUNNELBOARD_CACHE_SECONDS: "600",
  });
  const seen: RegionState["state"][][] = [];
  const look = async () => {
    const states = (await overviewOf(app)).regions.map(({ state }) => state);
    seen.push(states);
    return states.filter((state) => state !== "ready");
  };
  await look();
  const last = simulator.regionIds.at(-1) ?? "";
  const list = fetch(app.url + api.vpnConnections(last));
  await expect.poll(look, { timeout: 60_000 }).toEqual([]);
  expect((await list).status).toBe(200);
  expect(new Set(seen.flat())).toEqual(new Set(["loading", "ready"]));
  expect(seen.some((states) => new Set(states).size === 2)).toBe(true);

  const starts = startsOf(app);
  expect(starts.length).toBeGreaterThan(simulator.regionIds.length);
  expect(simulator.requests).toHaveLength(starts.length);
  for (const [index, start] of starts.entries()) {
    const next = starts[index + PER_SECOND];
    // A difference of two of its times, not of two of ours.
    if (next !== undefined) expect(next - start).toBeGreaterThanOrEqual(1_000);
  }
  await app.close();
  await simulator.close();
});

test("two hundred users of a cold overview cost one read of each region", async ({ simulator }) => {
  const app = await startApp(simulator, { TUNNELBOARD_CACHE_SECONDS: "600" });
  const before = simulator.requests.length;
  await Promise.all(Array.from({ length: 200 }, () => overviewOf(app)));
  await expect.poll(async () => (await overviewOf(app)).regions.every(isRead)).toBe(true);
  const pagesOf = (regionId: string) => Math.ceil(simulator.connectionIds(regionId).length / 50);
  const calls = simulator.requests.slice(before);
  for (const regionId of simulator.regionIds) {
    const own = calls.filter((one) => one.action === ACTION && one.regionId === regionId);
    expect(own).toHaveLength(Math.max(1, pagesOf(regionId)));
  }
  await app.close();
});

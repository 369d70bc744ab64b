import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listEvents } from "@/lib/server/history/event-list";
import { knownRegionsSoFar, untilRecorded } from "@/lib/server/history/recorder";
import { refreshIfDue } from "@/lib/server/inventory/snapshots";
import { startPoller } from "@/lib/server/poller/poller";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { startHistory } from "@/lib/server/testing/history";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { serveRegions } from "@/lib/server/testing/regions";
import { OPERATOR } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections");
vi.mock("@/lib/server/vpc-api/regions");
vi.mock("@/lib/server/vpc-api/vpn-gateways");
vi.mock("@/lib/server/vpc-api/customer-gateways");

let history: ReturnType<typeof startHistory>;
let stop: () => void = () => undefined;
beforeEach(() => {
  stopClock();
  history = startHistory();
});
afterEach(async () => {
  stop();
  startClock();
  await history.end();
});

describe("the poller", () => {
  it("reads every region in each interval, spread over it, behind whoever looks", async () => {
    const api = regionAnswers(3);
    stop = startPoller();
    await pass(179_000);
    for (const regionId of ["region-1", "region-2", "region-3"]) {
      expect(api.timesOf(regionId)).toHaveLength(3);
    }
    const [first = 0, second = 0, third = 0] = api.asked.map(({ at }) => at);
    // Timers of the clock that is stopped come a millisecond early.
    expect(second - first).toBeCloseTo(20_000, -1);
    expect(third - second).toBeCloseTo(20_000, -1);
    expect(api.asked.every(({ isBackground }) => isBackground)).toBe(true);
  });

  it("reads a region in which there is nothing in one round of ten", async () => {
    const api = regionAnswers(2);
    api.say("region-1", []);
    stop = startPoller();
    await pass(20 * 60_000 - 1_000);
    expect(api.timesOf("region-1").length).toBeLessThanOrEqual(3);
    expect(api.timesOf("region-2")).toHaveLength(20);
  });

  it.each(["0", "10", "300"])("keeps its interval with a cache of %s s", async (cacheSeconds) => {
    vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", cacheSeconds);
    vi.stubEnv("TUNNELBOARD_POLL_SECONDS", "2");
    const api = regionAnswers(1);
    stop = startPoller();
    await pass(20_500);
    expect(api.asked).toHaveLength(11);
  });

  it("does not read what somebody else has just read", async () => {
    const api = regionAnswers(1);
    void refreshIfDue("region-1");
    await pass(1_000);
    stop = startPoller();
    await pass(59_000);
    expect(api.asked).toHaveLength(1);
    await pass(2_000);
    expect(api.asked).toHaveLength(2);
  });

  it("goes on after failures, which are told once they have lasted", async () => {
    const api = regionAnswers(1);
    stop = startPoller();
    await pass(61_000);
    api.say("region-1", new VpcApiError("access_denied"));
    await pass(5 * 60_000);
    api.say("region-1", [one("region-1", "vco-1")]);
    await pass(2 * 60_000);
    await untilRecorded();
    const { events } = await listEvents(NO_EVENT_PARAMETERS, OPERATOR);
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["data_back", "access_denied"],
      ["no_data", "access_denied"],
    ]);
  });

  it("goes on with the regions of the past while their list cannot be had", async () => {
    const before = regionAnswers(1);
    stop = startPoller();
    await pass(1_000);
    expect(before.asked).toHaveLength(1);
    stop();
    await history.restart();
    const api = regionAnswers(1);
    const refused = new VpcApiError("access_denied");
    serveRegions(() => Promise.reject(refused));
    api.say("region-1", refused);
    stop = startPoller();
    await pass(1);
    // The database takes time of its own, which a stopped clock does not know.
    await vi.waitFor(() => expect(knownRegionsSoFar()).toEqual(["region-1"]), { interval: 1 });
    await pass(5 * 60_000);
    await untilRecorded();
    expect(api.asked.length).toBeGreaterThan(1);
    const { events } = await listEvents(NO_EVENT_PARAMETERS, OPERATOR);
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["no_data", "access_denied"],
    ]);
  });

  it("does nothing with an interval of 0, and nothing more once it has been stopped", async () => {
    vi.stubEnv("TUNNELBOARD_POLL_SECONDS", "0");
    const api = regionAnswers(1);
    startPoller();
    await pass(120_000);
    expect(api.asked).toEqual([]);
    vi.stubEnv("TUNNELBOARD_POLL_SECONDS", "60");
    globalThis.__tunnelboard = undefined;
    const again = regionAnswers(1);
    stop = startPoller();
    await pass(1_000);
    stop();
    await pass(300_000);
    expect(again.asked).toHaveLength(1);
  });
});

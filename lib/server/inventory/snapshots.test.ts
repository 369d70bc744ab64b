import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { currentSnapshot, lastSnapshot, refreshIfDue } from "@/lib/server/inventory/snapshots";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limiterThatWaits } from "@/lib/server/testing/limited-calls";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { OPERATOR } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const read = (regionId = "region-1") => currentSnapshot(regionId);
/** The same where the API answers at once. */
async function readNow(regionId?: string) {
  const reading = read(regionId);
  await Promise.all([pass(0), reading.catch(() => undefined)]);
  return reading;
}
const idsOf = ({ answer }: Awaited<ReturnType<typeof read>>) =>
  answer.vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);
async function settled(): Promise<void> {
  await readNow();
  await pass(11_000);
}

describe("a snapshot", () => {
  it("is read once for all who ask, while that is under way and for the cache time after it", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 500 });
    const reading = Promise.all([read(), read(), refreshIfDue("region-1")]);
    await pass(500);
    const [first, second] = await reading;
    expect(second.answer).toBe(first.answer);
    await pass(9_999);
    expect((await read()).answer).toBe(first.answer);
    expect(api.asked).toHaveLength(1);
    await pass(1);
    await Promise.all([pass(500), read()]);
    expect(api.asked).toHaveLength(2);
  });

  it("is each region's own", async () => {
    api.say("region-2", [one("region-2", "vco-b")]);
    expect(idsOf(await readNow())).toEqual(["vco-1"]);
    expect(idsOf(await readNow("region-2"))).toEqual(["vco-b"]);
  });

  it("that could not be read is a failure, which is kept, and then asked for again", async () => {
    api.say("region-1", new VpcApiError("access_denied"));
    await expect(readNow()).rejects.toMatchObject({ code: "access_denied" });
    await pass(9_999);
    await expect(readNow()).rejects.toMatchObject({ code: "access_denied" });
    expect(api.asked).toHaveLength(1);
    api.say("region-1", []);
    await pass(1);
    expect(idsOf(await readNow())).toEqual([]);
  });

  it("that cannot be read again is the last one, with the reason, until that is too old", async () => {
    vi.stubEnv("TUNNELBOARD_STALE_SECONDS", "60");
    const { answer } = await readNow();
    const failure = new VpcApiError("unreachable");
    api.say("region-1", failure);
    await pass(11_000);
    expect(await readNow()).toEqual({ answer, failure });
    await pass(48_999);
    expect(await readNow()).toEqual({ answer, failure });
    await pass(10_001);
    await expect(readNow()).rejects.toBe(failure);
  });

  it("tells the next read which connections there were", async () => {
    await settled();
    await readNow();
    const known = vi.mocked(VpnConnections.describeAllVpnConnections).mock.calls.at(-1)?.[1];
    expect(known).toEqual(new Set(["vco-1"]));
  });
});

describe("a region that is being read in the background", () => {
  it("is read once for whoever comes to wait for it", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 24_000 });
    await readAllRegions(OPERATOR);
    const reading = read();
    await pass(24_000);
    expect(idsOf(await reading)).toEqual(["vco-a"]);
    expect(api.timesOf("region-1")).toHaveLength(1);
  });

  it("is in the background no more once somebody waits for it, and its calls go first", async () => {
    const prioritise = vi.fn<() => void>();
    const limiter = { ...limiterThatWaits(0), prioritise };
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    const seen: boolean[] = [];
    vi.mocked(VpnConnections.describeAllVpnConnections).mockImplementation(async (regionId) => {
      seen.push(isBackground());
      await vi.waitUntil(() => prioritise.mock.calls.length > 0);
      seen.push(isBackground());
      const nothing = { vpnConnections: [], unreadable: [], requestId: null };
      return { regionId, ...nothing, fetchedAt: Date.now() };
    });
    void refreshIfDue("region-1");
    expect(prioritise).not.toHaveBeenCalled();
    await read();
    expect(prioritise).toHaveBeenCalledWith({
      action: "DescribeVpnConnections",
      regionId: "region-1",
    });
    expect(seen).toEqual([true, false]);
  });

  it("is waited for no longer than a request may take, and goes on", async () => {
    api.say("region-1", [one("region-1", "vco-a")], { tookMs: 60_000 });
    await readAllRegions(OPERATOR);
    const outcome = read().catch((error: unknown) => error);
    await pass(25_000);
    expect(await outcome).toMatchObject({ code: "timeout" });
    await pass(35_000);
    expect(idsOf(await read())).toEqual(["vco-a"]);
    expect(api.timesOf("region-1")).toHaveLength(1);
  });

  it("is said to wait for its quota at once, where it does so for long", async () => {
    const limiter = limiterThatWaits(40_000);
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    api.say("region-1", "never");
    const outcome = read().catch((error: unknown) => error);
    await pass(0);
    expect(await outcome).toMatchObject({ code: "throttled", retryAfterMs: 40_000 });
  });
});

describe("a region whose next read takes too long", () => {
  it("is the last snapshot after 25 seconds, with the reason", async () => {
    await settled();
    api.say("region-1", "never");
    const reading = read();
    await pass(25_000);
    expect(idsOf(await reading)).toEqual(["vco-1"]);
    expect((await reading).failure).toMatchObject({ code: "timeout" });
  });

  it("is the last snapshot at once, where the quota is known to be used up", async () => {
    await settled();
    api.say("region-1", "never");
    const limiter = limiterThatWaits(40_000);
    globalThis.__tunnelboard = { ...globalThis.__tunnelboard, limiter };
    const reading = read();
    await pass(0);
    expect(idsOf(await reading)).toEqual(["vco-1"]);
    expect((await reading).failure).toMatchObject({ code: "throttled", retryAfterMs: 40_000 });
  });

  it("is a failure where the last snapshot is too old", async () => {
    vi.stubEnv("TUNNELBOARD_STALE_SECONDS", "30");
    await settled();
    api.say("region-1", "never");
    const outcome = read().catch((error: unknown) => error);
    await pass(25_000);
    expect(await outcome).toMatchObject({ code: "timeout" });
    expect(lastSnapshot("region-1")?.answer?.vpnConnections).toHaveLength(1);
  });
});

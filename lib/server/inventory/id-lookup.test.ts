import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import type { IdLookup } from "@/lib/vpn/id-lookup";
import { isThere } from "@/lib/server/inventory/id-kinds";
import { forgetAll } from "@/lib/server/testing/account";
import { regions, serveRegions } from "@/lib/server/testing/regions";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { CHINESE_READER, READER } from "@/lib/server/testing/users";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/inventory/id-kinds", async (original) => ({
  ...(await original<object>()),
  isThere: { vpnGateway: vi.fn<typeof isThere.vpnGateway>() },
}));

const asked = vi.mocked(isThere.vpnGateway);
const NEVER = new Promise<never>(() => undefined);
/** What each region says; those that are not here have not got it. */
let says: Record<string, () => Promise<boolean>> = {};
/** The library reads the clock through a reference of its own, which fake timers do not reach. */
let now = 0;

async function pass(ms: number) {
  now += ms;
  await vi.advanceTimersByTimeAsync(ms);
}

const after = (ms: number, outcome: boolean | Error) => () =>
  new Promise<boolean>((resolve, reject) => {
    setTimeout(() => (outcome instanceof Error ? reject(outcome) : resolve(outcome)), ms);
  });

const unreachable = () => Promise.reject(new VpcApiError("unreachable"));
const answerOnlyFrom = (wanted: string) =>
  asked.mockImplementation((regionId) => (regionId === wanted ? Promise.resolve(true) : NEVER));

/** What became of it so far. */
function watch(finding: Promise<IdLookup>): unknown[] {
  const seen: unknown[] = [];
  const wait = async () => {
    seen.push(await finding);
  };
  void wait();
  return seen;
}

const found = (...regionIds: string[]) => [
  { kind: "vpnGateway", found: regionIds.map((regionId) => ({ regionId })), failed: [] },
];

beforeEach(() => {
  now = 1_000;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
  forgetAll();
  serveRegions(regions(3));
  says = {};
  asked.mockReset();
  asked.mockImplementation((regionId) => says[regionId]?.() ?? Promise.resolve(false));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  globalThis.__tunnelboard = undefined;
});

describe("an id", () => {
  it("is found in the region that has it, which has its name in the user's language", async () => {
    says = { "region-2": after(0, true) };
    const finding = lookUpId("vpn-1", READER);
    await pass(0);
    expect(await finding).toEqual({
      kind: "vpnGateway",
      id: "vpn-1",
      found: [{ regionId: "region-2", localName: "region-2 en-US" }],
      failed: [],
    });
    expect(asked.mock.calls).toEqual(
      ["region-1", "region-2", "region-3"].map((regionId) => [regionId, "vpn-1", READER]),
    );
    expect(await lookUpId("vpn-1", CHINESE_READER)).toMatchObject({
      found: [{ localName: "region-2 zh-CN" }],
    });
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it.each(["", "vpn", "vpn-", "tr-1", "vpn-a b", `vpn-${"x".repeat(100)}`, "vpn-1/.."])(
    "that is %j is nobody's",
    async (id) => {
      expect(await lookUpId(id, READER)).toEqual({ kind: "noId", id });
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it("that no region has is found nowhere, and which could not say is told", async () => {
    says = {
      "region-1": after(5, new VpcApiError("throttled")),
      "region-3": after(5, new Error("hunter2")),
    };
    const finding = lookUpId("vpn-1", READER);
    await pass(5);
    expect(await finding).toMatchObject({
      found: [],
      failed: [
        { region: { regionId: "region-1" }, problemCode: "throttled" },
        { region: { regionId: "region-3" }, problemCode: "internal" },
      ],
    });
  });

  it("is not sought where the regions are not to be had", async () => {
    serveRegions(unreachable);
    await expect(lookUpId("vpn-1", READER)).rejects.toMatchObject({ code: "unreachable" });
    serveRegions(regions(3));
    expect(await lookUpId("vpn-1", READER)).toMatchObject({ found: [] });
  });
});

describe("a search", () => {
  it("is one for all who ask, and goes on when they no longer wait", async () => {
    says = { "region-1": after(6_000, true) };
    const first = watch(lookUpId("vpn-1", READER));
    await pass(5_000);
    const second = watch(lookUpId("vpn-1", CHINESE_READER));
    await pass(1_000);
    expect([...first, ...second]).toMatchObject([...found("region-1"), ...found("region-1")]);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it.each([
    [true, 9 * 60_000, 3],
    [true, 11 * 60_000, 6],
    [false, 14_000, 3],
    [false, 16_000, 6],
  ])("that found something (%j) has after %i ms asked %i times", async (isHere, ms, times) => {
    says = { "region-1": after(0, isHere) };
    const before = watch(lookUpId("vpn-1", READER));
    await pass(1);
    expect(before).toHaveLength(1);
    now += ms;
    watch(lookUpId("vpn-1", READER));
    await pass(1);
    expect(asked).toHaveBeenCalledTimes(times);
  });

  it("that has found it waits a second more for the others", async () => {
    says = {
      "region-1": after(100, true),
      "region-2": after(1_050, true),
      "region-3": after(1_200, true),
    };
    const seen = watch(lookUpId("vpn-1", READER));
    await pass(1_099);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toMatchObject(found("region-1", "region-2"));
    await pass(1_000);
    expect([await lookUpId("vpn-1", READER)]).toMatchObject(found("region-1", "region-2"));
  });

  it("that has found it does not mind who could not say", async () => {
    says = { "region-1": after(0, new VpcApiError("timeout")), "region-2": after(9, true) };
    const seen = watch(lookUpId("vpn-1", READER));
    await pass(9);
    expect(seen).toMatchObject(found("region-2"));
  });

  it("that has found nothing waits for all", async () => {
    says = { "region-1": after(19_000, new VpcApiError("timeout")) };
    const seen = watch(lookUpId("vpn-1", READER));
    await pass(19_000);
    expect(seen).toMatchObject([{ found: [], failed: [{ problemCode: "timeout" }] }]);
  });

  it("asks ten regions at a time, and no region again", async () => {
    serveRegions(regions(25));
    asked.mockImplementation(after(100, false));
    watch(lookUpId("vpn-1", READER));
    for (const times of [10, 20, 25]) {
      await pass(1);
      expect(asked).toHaveBeenCalledTimes(times);
      await pass(99);
    }
    expect(new Set(asked.mock.calls.map(([regionId]) => regionId)).size).toBe(25);
  });

  it("is not held up by ten regions that stay silent", async () => {
    serveRegions(regions(12));
    answerOnlyFrom("region-12");
    const seen = watch(lookUpId("vpn-1", READER));
    await pass(2_000);
    expect(asked).toHaveBeenCalledTimes(12);
    await pass(1_000);
    expect(seen).toMatchObject(found("region-12"));
  });

  it("asks no more regions once it is over", async () => {
    serveRegions(regions(30));
    answerOnlyFrom("region-1");
    watch(lookUpId("vpn-1", READER));
    await pass(11_000);
    expect(asked).toHaveBeenCalledTimes(11);
  });
});

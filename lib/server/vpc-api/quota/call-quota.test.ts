import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ceilingsOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createCallQuota, type CallQuota } from "@/lib/server/vpc-api/quota/call-quota";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const KEY = { action: "DescribeX", regionId: "region-1" };
const CEILINGS = ceilingsOf(100);

function start(line: CallQuota, now: number): void {
  line.begin();
  line.count(now, false);
}

/** As many as may be on their way at the same time. */
function fill(line: CallQuota, now: number): number {
  let started = 0;
  for (; line.hasRoom() && started < 1_000; started += 1) start(line, now);
  return started;
}

function empty(line: CallQuota, count: number): void {
  for (let index = 0; index < count; index += 1) line.end();
}

/** How many may be on their way; none are before and after. */
function roomOf(line: CallQuota, now: number): number {
  const room = fill(line, now);
  empty(line, room);
  return room;
}

describe("a line of one action in one region", () => {
  it("has 64 calls on their way at most", () => {
    const line = createCallQuota(KEY);
    expect(fill(line, 0)).toBe(64);
    expect(line.waitMs(0, false, CEILINGS)).toBe(0);
    line.end();
    expect(line.hasRoom()).toBe(true);
  });

  it("makes the 501st call within a minute wait", () => {
    const line = createCallQuota(KEY);
    for (let index = 0; index < 500; index += 1) start(line, index);
    expect(line.waitMs(499, false, CEILINGS)).toBeGreaterThanOrEqual(60_000 - 499);
    expect(line.waitMs(61_000, false, CEILINGS)).toBe(0);
  });
});

describe("a throttled line", () => {
  it("pauses as long as the API said, at most a minute", () => {
    const line = createCallQuota(KEY);
    line.throttled(0, 100, 7_000);
    expect(line.waitMs(100, false, CEILINGS)).toBe(7_000);
    expect(line.waitMs(7_099, false, CEILINGS)).toBe(1);
    expect(line.waitMs(7_100, false, CEILINGS)).toBe(0);
    line.throttled(8_000, 8_100, 3_600_000);
    expect(line.waitMs(8_100, false, CEILINGS)).toBe(60_000);
  });

  it("pauses a second where nothing was said, doubled each time up to 30 s", () => {
    const line = createCallQuota(KEY);
    const pauses: number[] = [];
    for (let now = 1_000; pauses.length < 7; now += 100_000) {
      line.throttled(now, now, null);
      pauses.push(line.waitMs(now, false, CEILINGS));
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it("spreads pauses that were not said, upwards and by a fifth at most", () => {
    vi.mocked(Math.random).mockReturnValue(0.999);
    const line = createCallQuota(KEY);
    line.throttled(0, 0, null);
    expect(line.waitMs(0, false, CEILINGS)).toBeGreaterThan(1_100);
    expect(line.waitMs(0, false, CEILINGS)).toBeLessThanOrEqual(1_200);
  });

  it("counts a burst once, but heeds a longer time that one of it says", () => {
    const line = createCallQuota(KEY);
    fill(line, 0);
    for (let index = 0; index < 60; index += 1) line.throttled(0, 100 + index, null);
    expect(line.waitMs(100, false, CEILINGS)).toBe(1_000);
    line.throttled(0, 200, 5_000);
    line.throttled(0, 210, 10);
    expect(line.waitMs(200, false, CEILINGS)).toBe(5_000);
    // What has started after it is news.
    line.throttled(6_000, 6_100, null);
    expect(line.waitMs(6_100, false, CEILINGS)).toBe(2_000);
  });

  it("lets one call alone try, and comes back by doubling", () => {
    const line = createCallQuota(KEY);
    line.throttled(0, 100, 1_000);
    const rooms = [roomOf(line, 2_000)];
    for (let now = 2_000; rooms.length < 8; now += 1) {
      line.succeeded(now);
      rooms.push(roomOf(line, now));
    }
    expect(rooms).toEqual([1, 2, 4, 8, 16, 32, 64, 64]);
  });

  it("learns nothing from the success of a call that left before", () => {
    const line = createCallQuota(KEY);
    fill(line, 0);
    line.throttled(0, 100, null);
    for (let index = 0; index < 63; index += 1) line.succeeded(0);
    empty(line, 64);
    expect(roomOf(line, 2_000)).toBe(1);
    line.throttled(2_000, 2_100, null);
    expect(line.waitMs(2_100, false, CEILINGS)).toBe(2_000);
  });

  it("begins with a second again once a call has succeeded", () => {
    const line = createCallQuota(KEY);
    for (const now of [0, 10_000, 20_000]) line.throttled(now, now, null);
    line.succeeded(30_000);
    line.throttled(40_000, 40_000, null);
    expect(line.waitMs(40_000, false, CEILINGS)).toBe(1_000);
  });
});

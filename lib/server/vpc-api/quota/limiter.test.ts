import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ceilingsOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createLimiter } from "@/lib/server/vpc-api/quota/limiter";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limitedCalls } from "@/lib/server/testing/limited-calls";
import { mostWithin } from "@/lib/server/testing/starts";

beforeEach(() => stopClock());
afterEach(() => startClock());

const times = (count: number, work: (index: number) => void) => {
  for (let index = 0; index < count; index += 1) work(index);
};

describe("the limiter", () => {
  it("never starts more than its ceiling within any second, and uses it up", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(40)));
    // Now many, now few, from 30 regions.
    for (let burst = 0; burst < 30; burst += 1) {
      times((burst * 37) % 90, (index) => calls.call(`region-${index % 30}`));
      await pass(730);
    }
    await pass(60_000);
    const starts = calls.started.map(({ at }) => at);
    expect(starts).toHaveLength(
      Array.from({ length: 30 }, (_, burst) => (burst * 37) % 90).reduce((a, b) => a + b),
    );
    expect(mostWithin(starts, 1_000)).toBeLessThanOrEqual(40);
    expect(mostWithin(starts, 1_000)).toBeGreaterThanOrEqual(38);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("never starts more than 500 of one action in one region within any minute", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(1_000)));
    times(1_700, () => calls.call("busy"));
    times(300, (index) => calls.call("busy", { action: "DescribeY", name: `y${index}` }));
    await pass(20_000);
    times(600, () => calls.call("other"));
    await pass(300_000);
    expect(calls.timesOf("busy")).toHaveLength(1_700);
    expect(mostWithin(calls.timesOf("busy"), 60_000)).toBe(500);
    expect(mostWithin(calls.timesOf("other"), 60_000)).toBe(500);
    expect(calls.failed).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets other regions and actions go on while one has used up its quota", async () => {
    const limiter = createLimiter(ceilingsOf(1_000));
    const calls = limitedCalls(limiter);
    times(501, () => calls.call("busy"));
    await pass(3_000);
    expect(calls.timesOf("busy")).toHaveLength(500);
    expect(limiter.waitMs({ action: "DescribeX", regionId: "busy" })).toBeGreaterThan(50_000);
    calls.call("idle");
    calls.call("busy", { action: "DescribeY" });
    await pass(10);
    expect(calls.timesOf("idle")).toHaveLength(1);
    expect(calls.timesOf("busy", "DescribeY")).toHaveLength(1);
    expect(limiter.waitMs({ action: "DescribeX", regionId: "idle" })).toBeLessThan(10);
  });

  it("has at most 64 calls of a line on their way, and others go past those that wait", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(10_000)));
    times(70, () => calls.call("slow", { tookMs: 500 }));
    calls.call("swift");
    await pass(499);
    expect(calls.timesOf("slow")).toHaveLength(64);
    expect(calls.timesOf("swift")).toHaveLength(1);
    await pass(1);
    expect(calls.timesOf("slow")).toHaveLength(70);
  });

  it("lets regions take turns: one call does not wait for another region's sixty", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(10)));
    times(60, (index) => calls.call("big", { name: `big${index}` }));
    for (const region of ["one", "two"]) calls.call(region);
    await pass(1_100);
    expect(calls.names().slice(0, 6).toSorted()).toEqual([
      "big0",
      "big1",
      "big2",
      "big3",
      "one",
      "two",
    ]);
  });

  it("lets those go first for whom somebody waits, and one in four of the others", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(4)));
    calls.call("first");
    times(8, () => calls.call("background", { name: "b", isBackground: true }));
    times(8, () => calls.call("foreground", { name: "f" }));
    await pass(2_200);
    expect(calls.names().slice(1, 9).join("")).toBe("ffbfffbf");
    await pass(60_000);
    expect(calls.names()).toHaveLength(17);
  });

  it("frees the place of a call that has failed, and passes the failure on", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(10_000)));
    const failure = new Error("down");
    times(64, () => calls.call("a", { failure }));
    times(64, () => calls.call("a", { name: "later" }));
    await pass(50);
    expect(calls.failed).toEqual(Array.from({ length: 64 }, () => failure));
    expect(calls.started).toHaveLength(128);
    await pass(50);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves a fifth of a line's quota to those who wait", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(1_000)));
    times(600, () => calls.call("busy", { name: "b", isBackground: true }));
    await pass(3_000);
    expect(calls.timesOf("busy")).toHaveLength(400);
    times(200, () => calls.call("busy", { name: "f" }));
    await pass(3_000);
    expect(calls.names().filter((name) => name === "f")).toHaveLength(100);
    await pass(120_000);
    expect(mostWithin(calls.timesOf("busy"), 60_000)).toBe(500);
    expect(calls.timesOf("busy")).toHaveLength(800);
  });

  it("lifts a line out of the background once somebody waits for it", async () => {
    const limiter = createLimiter(ceilingsOf(4));
    const calls = limitedCalls(limiter);
    calls.call("first");
    times(8, () => calls.call("other", { name: "o", isBackground: true }));
    times(4, () => calls.call("wanted", { name: "w", isBackground: true }));
    limiter.prioritise({ action: "DescribeX", regionId: "wanted" });
    await pass(1_400);
    expect(calls.names().slice(1, 6).join("")).toBe("wwoww");
  });

  it("gives back what the work gives", async () => {
    const limiter = createLimiter(ceilingsOf(1));
    const key = { action: "DescribeX", regionId: "a" };
    const terms = { isBackground: true, maxWaitMs: 1_000 };
    expect(await limiter.run(key, terms, async () => "answer")).toBe("answer");
  });
});

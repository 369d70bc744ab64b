import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ceilingsOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createLimiter } from "@/lib/server/vpc-api/quota/limiter";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limitedCalls, throttled } from "@/lib/server/testing/limited-calls";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => startClock());

const times = (count: number, work: (index: number) => void) => {
  for (let index = 0; index < count; index += 1) work(index);
};
const keyOf = (regionId: string) => ({ action: "DescribeX", regionId });

describe("the wait that is told", () => {
  it("counts who is queued before", async () => {
    const limiter = createLimiter(ceilingsOf(2));
    const calls = limitedCalls(limiter);
    expect(limiter.waitMs(keyOf("b"))).toBe(0);
    times(21, () => calls.call("a"));
    // Twenty wait, two of which start in little more than a second.
    expect(limiter.waitMs(keyOf("b"))).toBe(10_500);
    await pass(60_000);
    expect(limiter.waitMs(keyOf("b"))).toBe(0);
  });
});

describe("after throttling", () => {
  it("nothing of that line starts until the time that was said, and all else goes on", async () => {
    const limiter = createLimiter(ceilingsOf(10_000));
    const calls = limitedCalls(limiter);
    calls.call("a", { failure: throttled(5_000) });
    await pass(50);
    calls.call("a", { name: "held" });
    calls.call("b");
    calls.call("a", { action: "DescribeY", name: "y" });
    await pass(4_999);
    expect(calls.names()).toEqual(["a", "b", "y"]);
    expect(limiter.waitMs(keyOf("a"))).toBe(1);
    await pass(1);
    expect(calls.names()).toEqual(["a", "b", "y", "held"]);
  });

  it("one call alone tries, and the others follow by doubling", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(10_000)));
    calls.call("a", { failure: throttled(1_000) });
    await pass(50);
    times(40, () => calls.call("a", { tookMs: 100 }));
    await pass(1_000);
    const started = [calls.started.length - 1];
    for (let round = 0; round < 4; round += 1) {
      await pass(100);
      started.push(calls.started.length - 1);
    }
    // One, then two at a time, and each of these doubles again as it succeeds.
    expect(started).toEqual([1, 3, 11, 40, 40]);
  });

  it("a burst counts once, and what succeeds of it brings nothing back", async () => {
    const limiter = createLimiter(ceilingsOf(10_000));
    const calls = limitedCalls(limiter);
    times(30, () => calls.call("a", { tookMs: 50, failure: throttled() }));
    times(30, () => calls.call("a", { tookMs: 60 }));
    await pass(60);
    expect(limiter.waitMs(keyOf("a"))).toBe(990);
    times(10, () => calls.call("a", { name: "later", tookMs: 200 }));
    await pass(1_100);
    expect(calls.names().filter((name) => name === "later")).toHaveLength(1);
  });

  it("pauses double while each try is throttled again", async () => {
    const limiter = createLimiter(ceilingsOf(10_000));
    const calls = limitedCalls(limiter);
    times(8, () => calls.call("a", { tookMs: 0, failure: throttled() }));
    // The first eight leave together; those after them come one by one.
    await pass(0);
    times(4, () => calls.call("a", { tookMs: 0, failure: throttled() }));
    await pass(100_000);
    const at = calls.timesOf("a").slice(7);
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses).toHaveLength(4);
    for (const [index, wanted] of [1_000, 2_000, 4_000, 8_000].entries()) {
      expect(Math.abs((pauses[index] ?? 0) - wanted)).toBeLessThanOrEqual(5);
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it("another failure is no reason to pause", async () => {
    const limiter = createLimiter(ceilingsOf(10_000));
    const calls = limitedCalls(limiter);
    calls.call("a", { failure: new VpcApiError("timeout") });
    await pass(50);
    expect(limiter.waitMs(keyOf("a"))).toBe(0);
  });
});

describe("a call that may not wait that long", () => {
  it("is refused at once where the wait is known, and told how long it would be", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(10_000)));
    calls.call("a", { failure: throttled(30_000) });
    await pass(50);
    calls.failed.length = 0;
    calls.call("a", { maxWaitMs: 20_000 });
    await pass(0);
    expect(calls.failed).toMatchObject([{ code: "throttled", retryAfterMs: 30_000 }]);
    expect(calls.started).toHaveLength(1);
  });

  it("gives its place up, without a timer for nobody, and takes no turn later", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(1)));
    calls.call("a");
    calls.call("b", { maxWaitMs: 500 });
    await pass(499);
    expect(calls.failed).toEqual([]);
    await pass(1);
    expect(calls.failed).toMatchObject([
      { code: "throttled", retryAfterMs: 530, retryable: false },
    ]);
    expect(vi.getTimerCount()).toBe(0);
    calls.call("c");
    await pass(60_000);
    expect(calls.names()).toEqual(["a", "c"]);
  });

  it("lets those behind it have its turn", async () => {
    const calls = limitedCalls(createLimiter(ceilingsOf(1)));
    calls.call("a");
    calls.call("b", { maxWaitMs: 500 });
    calls.call("c", { maxWaitMs: 5_000 });
    await pass(1_100);
    expect(calls.names()).toEqual(["a", "c"]);
    await pass(60_000);
    expect(calls.failed).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { limitedCalls } from "@/lib/server/testing/limited-calls";
import { ceilingsOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createLimiter } from "@/lib/server/vpc-api/quota/limiter";
import type { SharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";
import type { Taken, Wanted } from "@/lib/server/vpc-api/quota/take-calls";

beforeEach(() => stopClock());
afterEach(() => startClock());

const CEILINGS = ceilingsOf(20);

/** A limiter on a database that answers as it is told to; what it was asked for. */
function limiterOn(answer: (wanted: Wanted) => Taken, { isAway = false, isSlow = false } = {}) {
  const asked: Wanted[][] = [];
  const state = { isAway };
  const shared: SharedQuota = {
    common: CEILINGS,
    own: () => (state.isAway ? CEILINGS : null),
    async take(wanted) {
      asked.push(wanted);
      if (isSlow) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        state.isAway = true;
        throw new Error("timeout");
      }
      return wanted.map(answer);
    },
    join: () => undefined,
  };
  const limiter = createLimiter(CEILINGS, { shared });
  return { limiter, calls: limitedCalls(limiter), asked };
}

const now = () => ({ from: performance.now(), until: performance.now() + 50 });
const times = (count: number, work: (index: number) => void) => {
  for (let index = 0; index < count; index += 1) work(index);
};

describe("calls that are taken from the database", () => {
  it("are asked for together where there are several, a tenth of a second's at most", async () => {
    const { calls, asked } = limiterOn(now);
    times(5, (index) => calls.call("a", { name: `a${index}` }));
    await pass(10);
    expect(asked.map(({ length }) => length)).toEqual([1, 2, 2]);
    expect(calls.names()).toEqual(["a0", "a1", "a2", "a3", "a4"]);
  });

  it("start when the database says, and not before", async () => {
    const start = performance.now();
    let next = start;
    const { calls } = limiterOn(() => {
      next += 100;
      return { from: next, until: next + 50 };
    });
    times(4, () => calls.call("a"));
    await pass(1_000);
    expect(calls.timesOf("a").map((at) => at - start)).toEqual([100, 200, 300, 400]);
  });

  it("that are refused wait in their place, while others go on", async () => {
    let isUsedUp = true;
    const { calls, limiter } = limiterOn(({ regionId }) =>
      regionId === "busy" && isUsedUp ? { waitMs: 30_000 } : now(),
    );
    times(3, (index) => calls.call("busy", { name: `busy${index}` }));
    calls.call("idle");
    await pass(1_000);
    expect(calls.names()).toEqual(["idle"]);
    expect(limiter.waitMs({ action: "DescribeX", regionId: "busy" })).toBeGreaterThan(25_000);
    isUsedUp = false;
    await pass(30_000);
    expect(calls.names()).toEqual(["idle", "busy0", "busy1", "busy2"]);
  });

  it("are taken anew where their time is over", async () => {
    let isLate = true;
    const { calls, asked } = limiterOn(() => {
      const at = performance.now() - (isLate ? 100 : 0);
      isLate = false;
      return { from: at, until: at + 50 };
    });
    calls.call("a");
    await pass(10);
    expect(calls.names()).toEqual(["a"]);
    expect(asked).toHaveLength(2);
  });

  it("go on alone, in their order, where the database does not answer", async () => {
    const { calls, asked } = limiterOn(now, { isSlow: true });
    times(4, (index) => calls.call("a", { name: `a${index}` }));
    await pass(499);
    expect(calls.names()).toEqual([]);
    await pass(1_000);
    expect(calls.names()).toEqual(["a0", "a1", "a2", "a3"]);
    expect(asked).toHaveLength(1);
  });

  it("are not made where nobody waits any more", async () => {
    const { calls } = limiterOn(() => ({
      from: performance.now() + 2_000,
      until: performance.now() + 2_050,
    }));
    calls.call("a", { maxWaitMs: 1_000 });
    await pass(5_000);
    expect(calls.started).toEqual([]);
    expect(calls.failed).toMatchObject([{ code: "throttled" }]);
  });

  it("of reads behind an answer are no background once somebody waits", async () => {
    const { calls, limiter, asked } = limiterOn(({ isBackground }) =>
      isBackground ? { waitMs: 30_000 } : now(),
    );
    times(4, () => calls.call("a", { isBackground: true }));
    // Two of them are being asked for.
    limiter.prioritise({ action: "DescribeX", regionId: "a" });
    await pass(35_000);
    expect(calls.started).toHaveLength(4);
    expect(asked[0]).toMatchObject([{ isBackground: true }]);
  });
});

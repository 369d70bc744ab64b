import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import { createTimeBudget } from "@/lib/server/vpc-api/time-budget";

beforeEach(() => stopClock());
afterEach(() => startClock());

describe("the time of a call", () => {
  it("that somebody waits for is 20 seconds, in line or not", async () => {
    const budget = createTimeBudget();
    expect(budget.remainingMs()).toBe(20_000);
    expect(budget.maxWaitMs()).toBe(20_000);
    await pass(15_000);
    budget.waited(15_000);
    expect(budget.remainingMs()).toBe(5_000);
    expect(budget.maxWaitMs()).toBe(5_000);
    await pass(6_000);
    expect(budget.remainingMs()).toBeLessThanOrEqual(0);
    // A wait has to be some time.
    expect(budget.maxWaitMs()).toBe(1);
  });

  it("in the background is 20 seconds of work, and 5 minutes in line", async () => {
    expect(createTimeBudget(8_000).maxWaitMs()).toBe(8_000);
    const budget = inBackground(() => createTimeBudget());
    expect(budget.maxWaitMs()).toBe(300_000);
    await pass(120_000);
    budget.waited(120_000);
    expect(budget.remainingMs()).toBe(20_000);
    expect(budget.maxWaitMs()).toBe(180_000);
    await pass(8_000);
    expect(budget.remainingMs()).toBe(12_000);
    await pass(30_000);
    budget.waited(30_000);
    expect(budget.remainingMs()).toBe(12_000);
    expect(budget.maxWaitMs()).toBe(150_000);
  });
});

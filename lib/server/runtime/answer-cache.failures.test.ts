import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { type Answer, failing, loading, slowly } from "@/lib/server/testing/loads";

beforeEach(() => stopClock());
afterEach(() => startClock());

describe("a failure", () => {
  it("is given to all who waited for it, and kept for all who ask in its time", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    const failure = new Error("down");
    const load = slowly(failure);
    const users = Promise.allSettled([cache.read("a", load), cache.read("a", load)]);
    await pass(100);
    const rejected = { status: "rejected", reason: failure };
    expect(await users).toEqual([rejected, rejected]);
    const again = loading("back");
    await pass(9_999);
    await expect(cache.read("a", again)).rejects.toBe(failure);
    expect(load).toHaveBeenCalledOnce();
    expect(again).not.toHaveBeenCalled();
    await pass(1);
    expect(await cache.read("a", again)).toEqual({ answer: { text: "back" }, failure: null });
  });

  it("has a time of its own where one is given, and none where that of answers varies", async () => {
    const short = createAnswerCache<Answer>({ ttlMs: 10_000, failureTtlMs: 1_000 });
    const varied = createAnswerCache<Answer>({ ttlMs: () => 10_000 });
    for (const cache of [short, varied]) {
      await expect(cache.read("a", failing("down"))).rejects.toThrow("down");
    }
    await expect(short.read("a", loading("back"))).rejects.toThrow("down");
    expect(await varied.read("a", loading("back"))).toMatchObject({ answer: { text: "back" } });
    await pass(1_000);
    expect(await short.read("a", loading("back"))).toMatchObject({ answer: { text: "back" } });
  });

  it("counts those before it in a row", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 0, staleMs: 60_000 });
    const inARow = () => cache.kept("a")?.failure?.inARow;
    for (const times of [1, 2, 3]) {
      await expect(cache.read("a", failing("down"))).rejects.toThrow("down");
      expect(inARow()).toBe(times);
    }
    await cache.read("a", loading("back"));
    expect(inARow()).toBeUndefined();
    // With an answer to stand in it counts just so.
    for (const times of [1, 2]) {
      await cache.read("a", failing("down"));
      expect(inARow()).toBe(times);
    }
  });

  it("is nothing that can be peeked at", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, staleMs: 60_000 });
    await cache.read("a", loading("old"));
    await pass(10_000);
    await cache.read("a", failing("down"));
    expect(cache.peek("a")).toBeUndefined();
    await expect(cache.read("b", failing("down"))).rejects.toThrow("down");
    expect(cache.peek("b")).toBeUndefined();
  });
});

describe("an old answer", () => {
  const old = { answer: { text: "old" }, failure: new Error("down") };

  it("replaces failed reads, with the failure, as long as it may", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, staleMs: 33_000 });
    await cache.read("a", loading("old"));
    const load = failing("down");
    for (const calls of [1, 2]) {
      await pass(10_000);
      expect(await cache.read("a", load)).toEqual(old);
      // Who asks in the failure's time gets the same without a call.
      await pass(5_000);
      expect(await cache.read("a", load)).toEqual(old);
      expect(load).toHaveBeenCalledTimes(calls);
    }
    await pass(2_999);
    expect(await cache.read("a", load)).toEqual(old);
    await pass(1);
    await expect(cache.read("a", load)).rejects.toThrow("down");
    expect(cache.kept("a")?.failure?.inARow).toBe(2);
  });

  it("is dropped by the failure that finds it too old", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, staleMs: 35_000 });
    await cache.read("a", loading("old"));
    await pass(35_000);
    await expect(cache.read("a", failing("down"))).rejects.toThrow("down");
    expect(cache.kept("a")).toMatchObject({ answer: null, failure: { inARow: 1 } });
  });

  it("does not stand in where it may not", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    await cache.read("a", loading("old"));
    await pass(10_000);
    await expect(cache.read("a", failing("down"))).rejects.toThrow("down");
  });

  it("is replaced as soon as a read succeeds", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, staleMs: 60_000 });
    await cache.read("a", loading("old"));
    await pass(10_000);
    await cache.read("a", failing("down"));
    await pass(10_000);
    expect(await cache.read("a", loading("new"))).toEqual({
      answer: { text: "new" },
      failure: null,
    });
    expect(cache.peek("a")).toEqual({ text: "new" });
  });
});

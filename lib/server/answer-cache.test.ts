import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAnswerCache } from "@/lib/server/answer-cache";

type Answer = { text: string };

/** A load that takes 100 ms. */
const slowly = (answer: Answer | Error) =>
  vi.fn<() => Promise<Answer>>(
    () =>
      new Promise((resolve, reject) => {
        setTimeout(() => (answer instanceof Error ? reject(answer) : resolve(answer)), 100);
      }),
  );

const loading = (text: string) => vi.fn<() => Promise<Answer>>(async () => ({ text }));

/** The library reads the clock through a reference of its own, which fake timers do not reach. */
let now = 0;

async function pass(ms: number) {
  now += ms;
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  // To the library 0 means no time at all.
  now = 1_000;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the cache of answers", () => {
  it.each([0, 10_000])("reads once for all who ask at the same time (ttl %i)", async (ttl) => {
    const cache = createAnswerCache<Answer>(ttl);
    const load = slowly({ text: "one" });
    const late = loading("late");
    const readers = [cache.read("a", load), cache.read("a", load)];
    await pass(50);
    readers.push(cache.read("a", late));
    await pass(50);
    expect(await Promise.all(readers)).toEqual([{ text: "one" }, { text: "one" }, { text: "one" }]);
    expect(load).toHaveBeenCalledOnce();
    expect(late).not.toHaveBeenCalled();
  });

  it("keeps an answer until its time is over", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    await cache.read("a", loading("old"));
    await pass(9_000);
    expect(await cache.read("a", loading("new"))).toEqual({ text: "old" });
    await pass(1_100);
    expect(await cache.read("a", loading("new"))).toEqual({ text: "new" });
  });

  it("with a ttl of 0 keeps nothing", async () => {
    const cache = createAnswerCache<Answer>(0);
    await cache.read("a", loading("old"));
    await pass(10);
    expect(await cache.read("a", loading("new"))).toEqual({ text: "new" });
  });

  it("answers each key by itself", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    expect(await cache.read("a", loading("a"))).toEqual({ text: "a" });
    expect(await cache.read("b", loading("b"))).toEqual({ text: "b" });
  });

  it("gives a failure to all who waited for it and does not keep it", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    const failure = new Error("down");
    const load = slowly(failure);
    const readers = Promise.allSettled([cache.read("a", load), cache.read("a", load)]);
    await pass(100);
    expect(await readers).toEqual([
      { status: "rejected", reason: failure },
      { status: "rejected", reason: failure },
    ]);
    expect(load).toHaveBeenCalledOnce();
    expect(await cache.read("a", loading("back"))).toEqual({ text: "back" });
  });

  it("does not answer with what is old when the refresh fails", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    await cache.read("a", loading("old"));
    await pass(10_100);
    const failure = new Error("down");
    await expect(cache.read("a", () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it("keeps each answer as long as its own time to live says", async () => {
    const cache = createAnswerCache<Answer>(({ text }) => (text === "long" ? 60_000 : 5_000));
    await cache.read("a", loading("long"));
    await cache.read("b", loading("short"));
    await pass(6_000);
    expect(await cache.read("a", loading("new"))).toEqual({ text: "long" });
    expect(await cache.read("b", loading("new"))).toEqual({ text: "new" });
    await pass(55_000);
    expect(await cache.read("a", loading("new"))).toEqual({ text: "new" });
  });

  it("shows what it keeps, and nothing that is old or still on its way", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    expect(cache.peek("a")).toBeUndefined();
    const reading = cache.read("a", slowly({ text: "one" }));
    expect(cache.peek("a")).toBeUndefined();
    await pass(100);
    await reading;
    expect(cache.peek("a")).toEqual({ text: "one" });
    await pass(10_100);
    expect(cache.peek("a")).toBeUndefined();
    const refreshing = cache.read("a", slowly({ text: "two" }));
    expect(cache.peek("a")).toBeUndefined();
    await pass(100);
    await refreshing;
  });

  it("forgets the longest unread of more than 500", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    await cache.read("first", loading("first"));
    for (let index = 0; index < 500; index += 1) await cache.read(`${index}`, loading("x"));
    expect(await cache.read("first", loading("again"))).toEqual({ text: "again" });
    expect(await cache.read("499", loading("again"))).toEqual({ text: "x" });
  });

  it("answers who waits, also when that many others come in between", async () => {
    const cache = createAnswerCache<Answer>(10_000);
    const waiting = cache.read("slow", slowly({ text: "slow" }));
    for (let index = 0; index < 600; index += 1) await cache.read(`${index}`, loading("x"));
    await pass(100);
    expect(await waiting).toEqual({ text: "slow" });
  });
});

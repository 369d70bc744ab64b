import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { type Answer, failing, loading, slowly } from "@/lib/server/testing/loads";

beforeEach(() => stopClock());
afterEach(() => startClock());

const ttlOf = ({ text }: Answer) => (text === "long" ? 60_000 : 5_000);
const weightOf = ({ text }: Answer) => text.length;
const heavy = (one: string) => one.repeat(1_000);
const good = (text: string) => ({ answer: { text }, failure: null });

describe("the cache of answers", () => {
  it.each([0, 10_000])("reads once for all who ask at the same time (ttl %i)", async (ttlMs) => {
    const cache = createAnswerCache<Answer>({ ttlMs });
    const load = slowly({ text: "one" });
    const late = loading("late");
    const users = [cache.read("a", load), cache.read("a", load)];
    await pass(50);
    users.push(cache.read("a", late));
    await pass(50);
    expect(await Promise.all(users)).toEqual(Array.from({ length: 3 }, () => good("one")));
    expect(load).toHaveBeenCalledOnce();
    expect(late).not.toHaveBeenCalled();
  });

  it("keeps an answer until its time is over", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    await cache.read("a", loading("old"));
    await pass(9_999);
    expect(await cache.read("a", loading("new"))).toEqual(good("old"));
    await pass(1);
    expect(await cache.read("a", loading("new"))).toEqual(good("new"));
  });

  it("with a ttl of 0 keeps nothing", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 0 });
    await cache.read("a", loading("old"));
    expect(cache.peek("a")).toBeUndefined();
    expect(await cache.read("a", loading("new"))).toEqual(good("new"));
    await expect(cache.read("a", failing("down"))).rejects.toThrow("down");
    expect(await cache.read("a", loading("back"))).toEqual(good("back"));
  });

  it("updates an answer once for all who want that, and makes it no younger", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    const update = vi.fn<(answer: Answer) => Promise<Answer>>(async ({ text }) => ({
      text: `${text}, updated`,
    }));
    await cache.update("a", update);
    await cache.read("a", loading("old"));
    await pass(9_999);
    await Promise.all([cache.update("a", update), cache.update("a", update)]);
    expect(await cache.read("a", loading("new"))).toEqual(good("old, updated"));
    await pass(1);
    expect(await cache.read("a", loading("new"))).toEqual(good("new"));
    expect(update).toHaveBeenCalledOnce();
  });

  it("drops the update of an answer that has been read again by then", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 0 });
    await cache.read("a", loading("old"));
    const updating = cache.update("a", slowly({ text: "old, updated" }));
    await cache.read("a", loading("new"));
    await pass(100);
    await updating;
    expect(cache.kept("a")).toMatchObject({ answer: { text: "new" } });
  });

  it("answers each key by itself", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    expect(await cache.read("a", loading("a"))).toEqual(good("a"));
    expect(await cache.read("b", loading("b"))).toEqual(good("b"));
  });

  it("keeps each answer as long as its own time to live says", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: ttlOf });
    await cache.read("a", loading("long"));
    await cache.read("b", loading("short"));
    await pass(6_000);
    expect(await cache.read("a", loading("new"))).toEqual(good("long"));
    expect(await cache.read("b", loading("new"))).toEqual(good("new"));
    await pass(55_000);
    expect(await cache.read("a", loading("new"))).toEqual(good("new"));
  });

  it("shows what it keeps, and nothing that is old or still on its way", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
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

  it("tells what it has, however old, also while that is read again", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    expect(cache.kept("a")).toBeUndefined();
    await cache.read("a", loading("one"));
    const answeredAt = performance.now();
    await pass(3_600_000);
    const refreshing = cache.read("a", slowly({ text: "two" }));
    expect(cache.kept("a")).toEqual({ answer: { text: "one" }, answeredAt, failure: null });
    await pass(100);
    await refreshing;
    expect(cache.kept("a")).toMatchObject({ answer: { text: "two" } });
  });
});

describe("the memory of a cache", () => {
  it("forgets the longest unread of more than 500", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    await cache.read("first", loading("first"));
    for (let index = 0; index < 500; index += 1) await cache.read(`${index}`, loading("x"));
    expect(await cache.read("first", loading("again"))).toEqual(good("again"));
    expect(await cache.read("499", loading("again"))).toEqual(good("x"));
  });

  it("answers who waits, also when that many others come in between", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000 });
    const waiting = cache.read("slow", slowly({ text: "slow" }));
    for (let index = 0; index < 600; index += 1) await cache.read(`${index}`, loading("x"));
    await pass(100);
    expect(await waiting).toEqual(good("slow"));
  });

  it("is bounded by what answers weigh, and the longest unread go first", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, weightOf, maxWeight: 2_000 });
    for (const one of ["a", "b"]) await cache.read(one, loading(heavy(one)));
    await cache.read("a", loading("again"));
    await cache.read("c", loading(heavy("c")));
    expect(cache.kept("b")).toBeUndefined();
    expect(cache.peek("a")).toEqual({ text: heavy("a") });
    expect(cache.peek("c")).toEqual({ text: heavy("c") });
  });

  it("gives an answer that is too heavy to be kept to whoever asked", async () => {
    const cache = createAnswerCache<Answer>({ ttlMs: 10_000, weightOf, maxWeight: 1_000 });
    await cache.read("small", loading("small"));
    const text = "x".repeat(5_000);
    expect(await cache.read("big", loading(text))).toEqual(good(text));
    expect(cache.kept("big")).toBeUndefined();
    expect(cache.peek("small")).toEqual({ text: "small" });
  });
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWaiting } from "@/lib/server/replicas/answers/waiting";

const region = { kind: "vpn_connections", key: "cn-hangzhou", isUrgent: false };
let waiting: ReturnType<typeof createWaiting>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  waiting = createWaiting({ silenceMs: 1_000, pauseMs: 5_000 });
});
afterEach(() => vi.useRealTimers());

it("whoever waits gets what comes", async () => {
  const both = [waiting.begin(region), waiting.begin(region)];
  waiting.end(region, true);
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(waiting.has(region)).toBe(false);
});

it("nobody waits for a leader that says nothing, nor soon again", async () => {
  const first = waiting.begin(region);
  vi.advanceTimersByTime(1_000);
  expect(await first).toBe(false);
  expect(await waiting.begin(region)).toBe(false);
  vi.advanceTimersByTime(5_000);
  const later = waiting.begin(region);
  waiting.end(region, true);
  expect(await later).toBe(true);
});

it("a leader that is at it is waited for, and is there for all", async () => {
  const first = waiting.begin(region);
  for (let time = 0; time < 20; time += 1) {
    vi.advanceTimersByTime(900);
    waiting.prolong(region);
  }
  expect(waiting.has(region)).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(await first).toBe(false);
  waiting.prolong({ ...region, key: "another" });
  const again = waiting.begin(region);
  waiting.endAll();
  expect(await again).toBe(false);
});

it("is told once that somebody has come to wait", () => {
  expect(waiting.hurry(region)).toBe(false);
  void waiting.begin(region);
  expect([waiting.hurry(region), waiting.hurry(region)]).toEqual([true, false]);
  waiting.endAll();
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { removeOldHistory } from "@/lib/server/history/retention";
import { startRetention } from "@/lib/server/history/retention-timer";

vi.mock("@/lib/server/history/retention");

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(removeOldHistory).mockResolvedValue(undefined);
});
afterEach(() => vi.useRealTimers());

it("runs soon after the start, then every hour, until it is stopped", async () => {
  const stop = startRetention();
  expect(removeOldHistory).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(removeOldHistory).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3 * 3_600_000);
  expect(removeOldHistory).toHaveBeenCalledTimes(4);
  const [, signal] = vi.mocked(removeOldHistory).mock.lastCall ?? [];
  stop();
  expect(signal?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(3 * 3_600_000);
  expect(removeOldHistory).toHaveBeenCalledTimes(4);
});

import "server-only";
import { vi } from "vitest";

/**
 * Stops all clocks but those of the network: timers, the date and `performance` go on together, by
 * `pass` alone. `startClock` undoes it.
 */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const stoppedAt = Date.now();
  vi.spyOn(performance, "now").mockImplementation(() => 1_000 + Date.now() - stoppedAt);
}

export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

export function startClock(): void {
  vi.restoreAllMocks();
  vi.useRealTimers();
}

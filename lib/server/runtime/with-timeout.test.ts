import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

const never = new Promise<string>(() => undefined);

describe("work with a timeout", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives what it comes to, or its failure, and leaves no timer behind", async () => {
    const late = vi.fn<() => string>(() => "late");
    expect(await withTimeout(Promise.resolve("done"), 1_000, late)).toBe("done");
    await expect(withTimeout(Promise.reject(new Error("broken")), 1_000, late)).rejects.toThrow(
      "broken",
    );
    expect(vi.getTimerCount()).toBe(0);
    expect(late).not.toHaveBeenCalled();
  });

  it("says that it is late, once it is", async () => {
    const answer = withTimeout(never, 1_000, () => "late");
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe("late");
  });

  it("fails where being late is a failure", async () => {
    const answer = withTimeout(never, 1_000, () => {
      throw new Error("timeout");
    });
    const failed = answer.catch(String);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await failed).toBe("Error: timeout");
  });

  it("lets nobody hear of work that fails later", async () => {
    const unhandled = vi.fn<() => void>();
    process.on("unhandledRejection", unhandled);
    const work = new Promise<string>((_resolve, reject) => {
      setTimeout(() => reject(new Error("broken")), 2_000);
    });
    const answer = withTimeout(work, 1_000, () => "late");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe("late");
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

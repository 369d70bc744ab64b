import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

describe("work with a timeout", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("gives what it comes to, or its failure, and leaves no timer behind", async () => {
    expect(await withTimeout(Promise.resolve("done"), 1_000)).toBe("done");
    const broken = Promise.reject(new Error("broken"));
    await expect(withTimeout(broken, 1_000)).rejects.toThrow("broken");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("gives nothing once it is late", async () => {
    const never = new Promise<string>(() => undefined);
    const late = vi.fn<(answer: string | undefined) => void>();
    void withTimeout(never, 1_000).then(late);
    await vi.advanceTimersByTimeAsync(999);
    expect(late).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(late).toHaveBeenCalledWith(undefined);
  });

  it("lets nobody hear of work that fails later", async () => {
    const unhandled = vi.fn<() => void>();
    process.on("unhandledRejection", unhandled);
    const work = new Promise<string>((_resolve, reject) => {
      setTimeout(() => reject(new Error("broken")), 2_000);
    });
    const answer = withTimeout(work, 1_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBeUndefined();
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { initialData, secondaryData } from "@/lib/server/http/initial-data";
import { forgetAll } from "@/lib/server/testing/account";
import { DatabaseError } from "@/lib/server/database/database-error";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

beforeEach(() => {
  vi.useFakeTimers();
  forgetAll();
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.__tunnelboard = undefined;
});

describe("the first answer of a page", () => {
  it("is the answer where that is there soon", async () => {
    const reading = initialData(Promise.resolve({ rows: 3 }));
    expect(await reading).toEqual({ kind: "answer", answer: { rows: 3 } });
  });

  it("is the problem where reading failed", async () => {
    const reading = initialData(Promise.reject(new VpcApiError("throttled")));
    expect(await reading).toMatchObject({ kind: "problem", problem: { code: "throttled" } });
  });

  it("is that it is still being read, once the time is up", async () => {
    const seen: unknown[] = [];
    const never = new Promise<string>(() => undefined);
    const waiting = initialData(never).then((answer) => seen.push(answer));
    await vi.advanceTimersByTimeAsync(3_900);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await waiting;
    expect(seen).toEqual([{ kind: "reading" }]);
  });

  it("is not disturbed by a failure that comes too late", async () => {
    const reading = new Promise<string>((_resolve, reject) => {
      setTimeout(reject, 5_000, new VpcApiError("timeout"));
    });
    const first = initialData(reading);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await first).toEqual({ kind: "reading" });
  });
});

describe("what stands beside a page's answer", () => {
  it("is waited for a second at most", async () => {
    const seen: unknown[] = [];
    const never = new Promise<string>(() => undefined);
    const waiting = secondaryData(never).then((answer) => seen.push(answer));
    await vi.advanceTimersByTimeAsync(990);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    await waiting;
    expect(seen).toEqual([{ kind: "reading" }]);
  });

  it("is a problem where the database is away", async () => {
    const reading = secondaryData(Promise.reject(new DatabaseError("unreachable")));
    expect(await reading).toMatchObject({
      kind: "problem",
      problem: { code: "history_unavailable", status: 503 },
    });
  });
});

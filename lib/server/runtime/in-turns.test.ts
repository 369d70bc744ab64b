import { afterEach, expect, it, vi } from "vitest";
import { inTurns } from "@/lib/server/runtime/in-turns";

afterEach(() => vi.restoreAllMocks());

it("lets others go on while work takes long, and tells what it came to", async () => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const log: string[] = [];
  function* work(): Generator<void, string> {
    for (const portion of ["a", "b", "c", "d"]) {
      now += 5;
      log.push(portion);
      yield;
    }
    return "done";
  }
  const other = () => {
    log.push("other");
    if (log.length < 8) setImmediate(other);
  };
  setImmediate(other);
  expect(await inTurns(work())).toBe("done");
  expect(log.join(" ")).toMatch(/^a b other c d other/);
});

function* broken(): Generator<void, string> {
  yield;
  throw new Error("broken");
}

it("throws what the work throws", async () => {
  await expect(inTurns(broken())).rejects.toThrow("broken");
});

import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { within } from "@/lib/server/replicas/within";

const LIMIT_MS = 400;

it("gives up what takes too long, and passes on what does not", async () => {
  await expect(within(20, sleep(60_000, null, { ref: false }))).rejects.toThrow("timeout");
  expect(await within(60_000, Promise.resolve("there"))).toBe("there");
  await expect(within(60_000, Promise.reject(new Error("refused")))).rejects.toThrow("refused");
});

it("does not take its own standstill for that of what it waits for", async () => {
  const answer = within(LIMIT_MS, readFile(import.meta.filename));
  const start = performance.now();
  while (performance.now() - start < 2 * LIMIT_MS) continue;
  expect(String(await answer)).toContain("standstill");
});

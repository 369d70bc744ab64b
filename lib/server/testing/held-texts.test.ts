import { describe, expect, it } from "vitest";
import { heldTexts } from "@/lib/server/testing/held-texts";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";

describe("the texts that a value holds", () => {
  it.each<[string, unknown]>([
    ["an object", { deep: [{ secret: "hunter2" }] }],
    ["the name of a field", { hunter2: true }],
    ["the key of a map", new Map([["hunter2", 1]])],
    ["a buffer", new Set([Buffer.from("a hunter2 in a body")])],
  ])("are seen in %s", (_place, value) => {
    expect(heldTexts({ value })).toContain("hunter2");
  });

  it("are seen in an answer cache under the keys that are named", async () => {
    const cache = createAnswerCache<{ text: string }>({ ttlMs: 60_000 });
    await cache.read("region-1", async () => ({ text: "hunter2" }));
    expect(heldTexts({ cache }, ["region-1"])).toContain("hunter2");
    expect(heldTexts({ cache }, ["region-2"])).not.toContain("hunter2");
  });

  it("are seen once in a value that holds itself", () => {
    const value: Record<string, unknown> = { text: "hunter2" };
    value.self = value;
    expect(heldTexts(value).split("hunter2")).toHaveLength(2);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { inBackground, isBackground } from "@/lib/server/quota/background";

afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const later = async () => {
  await Promise.resolve();
  return isBackground();
};

describe("work in the background", () => {
  it("is known as such to all that it calls, also later, and to nobody else", async () => {
    const [within, beside] = await Promise.all([inBackground(later), later()]);
    expect([within, beside, isBackground()]).toEqual([true, false, false]);
  });
});

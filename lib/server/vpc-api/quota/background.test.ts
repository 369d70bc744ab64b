import { afterEach, describe, expect, it } from "vitest";
import {
  promotion,
  inBackground,
  isBackground,
  mayWaitLong,
} from "@/lib/server/vpc-api/quota/background";

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

  it("is no background once somebody waits for it, and may still wait long", async () => {
    const [before, after] = await inBackground(async () => {
      const come = promotion();
      const unawaited = [isBackground(), mayWaitLong()];
      come();
      await Promise.resolve();
      return [unawaited, [isBackground(), mayWaitLong()]];
    });
    expect(before).toEqual([true, true]);
    expect(after).toEqual([false, true]);
    expect(mayWaitLong()).toBe(false);
  });
});

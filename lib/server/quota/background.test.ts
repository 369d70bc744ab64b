import { afterEach, describe, expect, it } from "vitest";
import { awaiter, inBackground, isBackground, isPatient } from "@/lib/server/quota/background";

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

  it("is no background once somebody waits for it, and stays patient", async () => {
    let come = () => undefined as void;
    let tell: (now: boolean[]) => void = () => undefined;
    const told = new Promise<boolean[]>((resolve) => {
      tell = resolve;
    });
    inBackground(async () => {
      come = awaiter();
      await Promise.resolve();
      tell([isBackground(), isPatient()]);
    });
    come();
    expect(await told).toEqual([false, true]);
    expect(isPatient()).toBe(false);
  });
});

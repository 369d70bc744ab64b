import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSlots, type Slot, type Slots } from "@/lib/server/runtime/slots";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

type Comer = { outcome: string; slot: Slot | null; leave: () => void };

/** Somebody who asks for a slot: what came of it, and a way to leave. */
function comer(slots: Slots): Comer {
  const controller = new AbortController();
  const leave = () => controller.abort("closed");
  const one: Comer = { outcome: "waits", slot: null, leave };
  void wait(slots, controller.signal, one);
  return one;
}

async function wait(slots: Slots, closed: AbortSignal, one: Comer): Promise<void> {
  const taken = await slots.take(closed);
  one.outcome = typeof taken === "string" ? taken : "slot";
  one.slot = typeof taken === "string" ? null : taken;
}

const comers = (slots: Slots, count: number) => Array.from({ length: count }, () => comer(slots));
const outcomes = (all: Comer[]) => all.map(({ outcome }) => outcome);

describe("slots", () => {
  it("are so many, and handed on in the order of asking", async () => {
    const all = comers(createSlots({ count: 2 }), 5);
    await turns();
    expect(outcomes(all)).toEqual(["slot", "slot", "waits", "waits", "waits"]);
    all[1]?.slot?.free();
    await turns();
    expect(outcomes(all)).toEqual(["slot", "slot", "slot", "waits", "waits"]);
    all[0]?.slot?.free();
    all[2]?.slot?.free();
    await turns();
    expect(outcomes(all)).toEqual(["slot", "slot", "slot", "slot", "slot"]);
  });

  it("are never more when one is freed twice", async () => {
    const all = comers(createSlots({ count: 1 }), 3);
    await turns();
    all[0]?.slot?.free();
    all[0]?.slot?.free();
    await turns();
    all[0]?.slot?.free();
    await turns();
    expect(outcomes(all)).toEqual(["slot", "slot", "waits"]);
  });

  it("are not for who has left, before or while waiting", async () => {
    const slots = createSlots({ count: 1 });
    const all = comers(slots, 100);
    await turns();
    for (const one of all.slice(1, -1)) one.leave();
    all[0]?.slot?.free();
    await turns();
    expect(outcomes(all)).toEqual(["slot", ...Array.from({ length: 98 }, () => "left"), "slot"]);
    const gone = new AbortController();
    gone.abort("closed");
    expect(await slots.take(gone.signal)).toBe("left");
  });

  it("are not handed to who leaves in the turn in which one is freed", async () => {
    const all = comers(createSlots({ count: 1 }), 3);
    await turns();
    all[0]?.slot?.free();
    all[1]?.leave();
    await turns();
    expect(outcomes(all)).toEqual(["slot", "left", "slot"]);
  });

  it("are not handed past who waits", async () => {
    const slots = createSlots({ count: 1 });
    const [first, second] = comers(slots, 2);
    await turns();
    first?.slot?.free();
    const late = comer(slots);
    await turns();
    expect(second?.outcome).toBe("slot");
    expect(late.outcome).toBe("waits");
  });

  it("are waited for by so many, and so long", async () => {
    const all = comers(createSlots({ count: 1, maxWaiting: 2, maxWaitMs: 10_000 }), 4);
    await turns();
    expect(outcomes(all)).toEqual(["slot", "waits", "waits", "busy"]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(outcomes(all)).toEqual(["slot", "waits", "waits", "busy"]);
    all[0]?.slot?.free();
    await turns();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcomes(all)).toEqual(["slot", "slot", "busy", "busy"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

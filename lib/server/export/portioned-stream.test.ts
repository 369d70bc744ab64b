import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { portionedStream } from "@/lib/server/export/portioned-stream";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const breakOff = vi.fn<() => void>();
beforeEach(() => void breakOff.mockReset());

/** Portions, and how many of them have been made. */
function counted(count: number) {
  const made = { portions: 0, isEnded: false };
  function* portions() {
    try {
      for (let portion = 0; portion < count; portion += 1) {
        made.portions += 1;
        yield `portion ${portion}\n`;
      }
    } finally {
      made.isEnded = true;
    }
  }
  return { made, portions: portions() };
}

/** Long enough for all that would happen without anybody asking. */
async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function* failing(after: number) {
  for (let portion = 0; portion < after; portion += 1) yield "fine";
  throw new Error("no portion");
}

it("is all portions, one after another", async () => {
  const { portions } = counted(3);
  expect(await new Response(await portionedStream(portions, breakOff)).text()).toBe(
    "portion 0\nportion 1\nportion 2\n",
  );
});

it("makes no portion before the one before it has been taken", async () => {
  const { made, portions } = counted(100);
  const reader = (await portionedStream(portions, breakOff)).getReader();
  await turns();
  expect(made.portions).toBe(1);
  await reader.read();
  await reader.read();
  await turns();
  expect(made.portions).toBe(2);
});

it("lets others have a turn before each portion", async () => {
  const { made, portions } = counted(3);
  const seen: number[] = [];
  const look = () => {
    seen.push(made.portions);
    if (!made.isEnded) setImmediate(look);
  };
  setImmediate(look);
  await new Response(await portionedStream(portions, breakOff)).text();
  expect(new Set(seen)).toEqual(new Set([1, 2, 3]));
});

it("ends with its reader", async () => {
  const { made, portions } = counted(100);
  const reader = (await portionedStream(portions, breakOff)).getReader();
  await reader.read();
  await reader.cancel();
  await turns();
  expect(made).toEqual({ portions: 1, isEnded: true });
  expect(vi.getTimerCount()).toBe(0);
});

it("breaks where a portion fails, and throws at once where the first does", async () => {
  const reader = (await portionedStream(failing(1), breakOff)).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow("no portion");
  await expect(portionedStream(failing(0), breakOff)).rejects.toThrow("no portion");
});

it("is broken off when its reader has taken nothing for half a minute", async () => {
  const { portions } = counted(100);
  const reader = (await portionedStream(portions, breakOff)).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(29_999);
  await reader.read();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(breakOff).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(breakOff).toHaveBeenCalledOnce();
});

import type { Random } from "../account/random";
import { day, hour, minute, minuteOf } from "./times";

/** Both ends included. */
function daysBack(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The first days of the past, and the last, have what began or ended there. */
const all = daysBack(2, 29);

/**
 * Hands out days that are far enough apart for nothing in one of them to touch another, so that
 * no gap hides an incident worth looking at.
 */
export function createDays(random: Random, now: number, reserved: readonly number[]) {
  const left = random.shuffle(all.filter((back) => !reserved.includes(back)));
  let given = 0;
  return {
    /** A time on a day of its own, at least four hours before that day ends. */
    next(): number {
      const back = left[given % left.length] ?? 2;
      given += 1;
      return minuteOf(now - back * day + random.integer(minute, 20 * hour));
    },
  };
}

export type Days = ReturnType<typeof createDays>;

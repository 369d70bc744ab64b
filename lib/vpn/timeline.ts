import type { Verdict } from "@/lib/vpn/types";
import { type Availability, HOUR_MS, type Interval, type State } from "@/lib/vpn/history";

/** A state as it was seen: in order of time, one after the other; a time in between is not known. */
export type SeenInterval = { state: Verdict; from: number; to: number | null };
/** A time of which nothing is known, whatever was seen before and after it. */
export type Gap = { from: number; to: number | null };
/** What a timeline shows: epoch milliseconds, `to` being now or earlier. */
export type Span = { from: number; to: number };

/**
 * The whole span in intervals that touch: what was seen, without the gaps, and `no_data` for the rest.
 * One that reaches the end of the span and still lasts has no end.
 */
export function timelineOf(seen: SeenInterval[], gaps: Gap[], span: Span): Interval[] {
  const bounds = new Set([span.from, span.to]);
  for (const { from, to } of [...seen, ...gaps]) {
    for (const time of [from, to ?? span.to]) {
      if (time > span.from && time < span.to) bounds.add(time);
    }
  }
  const times = [...bounds].toSorted((one, other) => one - other);
  const seenAt = finder(seen);
  const gapAt = finder(gaps);
  const intervals: Interval[] = [];
  for (const [index, from] of times.entries()) {
    const to = times[index + 1];
    if (to === undefined) break;
    const state = gapAt(from) === undefined ? (seenAt(from)?.state ?? "no_data") : "no_data";
    const last = intervals.at(-1);
    if (last?.state === state) last.to = to;
    else intervals.push({ state, from, to });
  }
  const last = intervals.at(-1);
  if (last !== undefined && isOpenAt(span.to, last.state, seen, gaps)) last.to = null;
  return intervals;
}

/** What lies around a time; to be asked in order of time, so that all of it takes one walk. */
function finder<Part extends Gap>(parts: Part[]): (time: number) => Part | undefined {
  const sorted = parts.toSorted((one, other) => one.from - other.from);
  let next = 0;
  return (time) => {
    while (next < sorted.length && (sorted[next]?.to ?? Infinity) <= time) next += 1;
    const part = sorted[next];
    return part !== undefined && part.from <= time ? part : undefined;
  };
}

function isOpenAt(end: number, state: State, seen: SeenInterval[], gaps: Gap[]): boolean {
  if (state === "no_data") return gaps.some(({ from, to }) => to === null && from < end);
  return seen.some(({ from, to }) => to === null && from < end);
}

/** Where a time lies, without more digits than a screen can show. */
export function percent(time: number, { from, to }: Span): string {
  return `${Math.round(((time - from) / (to - from)) * 100_000) / 1000}%`;
}

/** Counts degraded as available, and fills no gaps: what is not known is left out of the ratio. */
export function availabilityOf(intervals: Interval[], span: Span): Availability {
  const sum = { up: 0, degraded: 0, down: 0, unknown: 0, noData: 0 };
  for (const { state, from, to } of intervals) {
    sum[state === "no_data" ? "noData" : state] += (to ?? span.to) - from;
  }
  const known = sum.up + sum.degraded + sum.down;
  return { ...sum, ratio: known === 0 ? null : (sum.up + sum.degraded) / known };
}

/** More changes than these within an hour are flapping, until that long has passed without one. */
const MOST_CHANGES = 5;
const CALM_MS = HOUR_MS / 2;

/** Whether something flaps now; `changes` are the times of its changes of state, in order. */
export function isFlapping(changes: number[], now: number): boolean {
  let last = changes.length - 1;
  if (last < MOST_CHANGES || now - (changes[last] ?? 0) >= CALM_MS) return false;
  // A burst counts as long as no calm has followed it.
  for (; last >= MOST_CHANGES; last -= 1) {
    const end = changes[last] ?? 0;
    if (end - (changes[last - MOST_CHANGES] ?? 0) <= HOUR_MS) return true;
    if (end - (changes[last - 1] ?? 0) >= CALM_MS) return false;
  }
  return false;
}

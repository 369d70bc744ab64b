import { DAY_MS, HOUR_MS } from "@/lib/vpn/history";
import type { Span } from "@/lib/vpn/timeline";

export type Zone = "utc" | "local";
/** A mark on the axis of time; the beginning of a day is told by its date. */
export type Tick = { at: number; label: string };

type Step = { hours: number } | { days: number };

/** About six marks, whatever the span. */
function stepOf({ from, to }: Span): Step {
  const length = to - from;
  if (length <= 36 * HOUR_MS) return { hours: 4 };
  if (length <= 10 * DAY_MS) return { days: 1 };
  return length <= 40 * DAY_MS ? { days: 5 } : { days: 15 };
}

const two = (value: number) => String(value).padStart(2, "0");

/** Marks at full hours of the zone, or at the beginning of its days. */
export function axisTicks(span: Span, zone: Zone): Tick[] {
  const step = stepOf(span);
  const start = partsOf(span.from, zone);
  const ticks: Tick[] = [];
  for (let count = 0; ; count += 1) {
    const at =
      "hours" in step
        ? timeOf(start.year, start.month, start.day, count * step.hours, zone)
        : timeOf(
            start.year,
            start.month,
            alignedDay(start, step.days) + count * step.days,
            0,
            zone,
          );
    if (at > span.to) return ticks;
    if (at >= span.from) ticks.push({ at, label: labelOf(at, zone) });
  }
}

type Parts = { year: number; month: number; day: number; hour: number };

function partsOf(time: number, zone: Zone): Parts {
  const date = new Date(time);
  return zone === "utc"
    ? {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth(),
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
      }
    : {
        year: date.getFullYear(),
        month: date.getMonth(),
        day: date.getDate(),
        hour: date.getHours(),
      };
}

/** Days and hours beyond their month and day run on, as Date counts them. */
function timeOf(year: number, month: number, day: number, hour: number, zone: Zone): number {
  return zone === "utc"
    ? Date.UTC(year, month, day, hour)
    : new Date(year, month, day, hour).getTime();
}

/** So that the same days are marked tomorrow: counted from the beginning of all days. */
function alignedDay({ year, month, day }: Parts, days: number): number {
  return day - (Math.floor(Date.UTC(year, month, day) / DAY_MS) % days);
}

function labelOf(at: number, zone: Zone): string {
  const { month, day, hour } = partsOf(at, zone);
  return hour === 0 ? `${two(month + 1)}-${two(day)}` : `${two(hour)}:00`;
}

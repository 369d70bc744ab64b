import { localTime, utcTime } from "@/components/ui/time-format";

type Shown = { value: number; now: number; isHydrated: boolean };

/** The time of today, or date and time: in UTC until the browser, which knows the zone, has taken over. */
export function wallTime({ value, now, isHydrated }: Shown): string {
  if (!isHydrated) {
    const utc = utcTime(value);
    return utc === null ? "–" : `${sameDay(utc, utcTime(now))}${minuteOf(utc.time)} UTC`;
  }
  const local = localTime(value);
  return `${sameDay(local, localTime(now))}${minuteOf(local.time)}`;
}

const minuteOf = (time: string) => time.slice(0, 5);

function sameDay({ date }: { date: string }, now: { date: string } | null): string {
  return date === now?.date ? "" : `${date} `;
}

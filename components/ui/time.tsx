"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { localTime, utcTime } from "@/components/ui/time-format";

type Props = {
  /** Epoch milliseconds. */
  value: number;
  show?: "date" | "time" | "both";
};

/** UTC in the server's HTML, the reader's zone afterwards; UTC stays at hand in the title. */
export function Time({ value, show = "both" }: Props) {
  const isHydrated = useHydrated();
  const utc = utcTime(value);
  if (utc === null) return <span className="data">{value}</span>;
  const { date, time } = isHydrated ? localTime(value) : utc;
  const words = { date, time, both: `${date} ${time}` }[show];
  return (
    <time
      dateTime={new Date(value).toISOString()}
      title={`${utc.date} ${utc.time} UTC`}
      className="whitespace-nowrap tabular-nums"
    >
      {isHydrated || show === "date" ? words : `${words} UTC`}
    </time>
  );
}

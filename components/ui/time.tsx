"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { localTime, relativeTime, utcTime } from "@/components/ui/time-format";
import { useNow } from "@/components/ui/use-now";

type Props = {
  /** Epoch milliseconds. */
  value: number;
  /**
   * `full` says it in the user's zone, in UTC, and how long ago it was; `age` is short enough for a column: the
   * date until the page is alive, then how long ago. `recent` is for what is seldom older than a minute: the time
   * until then, which is about as long as how long ago, so that nothing beside it moves.
   */
  show?: "date" | "time" | "both" | "relative" | "recent" | "age" | "full";
};

/** UTC in the server's HTML, the user's zone afterwards; both are at hand in the title. */
export function Time({ value, show = "both" }: Props) {
  const isHydrated = useHydrated();
  const utc = utcTime(value);
  if (utc === null) return <span className="data">{value}</span>;
  const inUtc = `${utc.date} ${utc.time} UTC`;
  const own = isHydrated ? localTime(value) : null;
  const local = own === null ? inUtc : `${own.date} ${own.time}`;
  let words: ReactNode = local;
  if (show === "date" || show === "age") words = (own ?? utc).date;
  if (show === "time") words = (own ?? utc).time;
  if (show === "recent") {
    words = (
      <>
        <span className="hidden print:inline">{utc.date} </span>
        {`${utc.time} UTC`}
      </>
    );
  }
  if ((show === "relative" || show === "recent" || show === "age") && own !== null) {
    // Paper grows old.
    words = (
      <>
        <span className="print:hidden">
          <Ago value={value} isPast length={show === "age" ? "narrow" : "long"} />
        </span>
        <span className="hidden print:inline">{local}</span>
      </>
    );
  }
  const time = (
    <time
      dateTime={new Date(value).toISOString()}
      title={own === null ? inUtc : `${local}\n${inUtc}`}
      className="whitespace-nowrap tabular-nums"
    >
      {words}
    </time>
  );
  if (show !== "full" || own === null) return time;
  return (
    <>
      {time}{" "}
      <span className="text-ink-soft">
        (<Ago value={value} />)
      </span>
      <span className="block text-ink-soft tabular-nums">{inUtc}</span>
    </>
  );
}

type AgoProps = {
  value: number;
  /** What was read since the clock's last step is not in the future. */
  isPast?: boolean;
  length?: "long" | "narrow";
};

function Ago({ value, isPast = false, length = "long" }: AgoProps) {
  const now = useNow();
  const locale = useLocale();
  return relativeTime(value, isPast ? Math.max(now, value) : now, locale, length);
}

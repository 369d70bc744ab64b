import { useFormatter } from "next-intl";
import { EventRows } from "@/components/events/event-rows";
import { localTime, utcTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { HistoryEvent } from "@/lib/vpn/events";

/** Events under their days: in UTC in the server's HTML, in the user's zone afterwards. */
export function EventDays({ events }: { events: HistoryEvent[] }) {
  const isHydrated = useHydrated();
  const days = new Map<string, HistoryEvent[]>();
  for (const event of events) {
    const day = (isHydrated ? localTime(event.at) : utcTime(event.at))?.date ?? "";
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-6">
      <DayHeading day={day} isUtc={!isHydrated} />
      <EventRows events={ofDay} labelledBy={`day-${day}`} show="time" />
    </section>
  ));
}

function DayHeading({ day, isUtc }: { day: string; isUtc: boolean }) {
  const format = useFormatter();
  return (
    <h2 id={`day-${day}`} className="mb-2 flex items-baseline gap-2 text-base font-semibold">
      <span className="tabular-nums">
        {day}
        {isUtc && " UTC"}
      </span>
      <span className="text-sm font-normal text-ink-soft">
        {format.dateTime(new Date(`${day}T00:00Z`), { weekday: "long", timeZone: "UTC" })}
      </span>
    </h2>
  );
}

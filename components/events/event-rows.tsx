import { clsx } from "clsx";
import { EventDetail } from "@/components/events/event-detail";
import { EventKindLabel } from "@/components/events/event-kind-label";
import { EventSubject } from "@/components/events/event-subject";
import { Time } from "@/components/ui/time";
import { type EventGroup, eventGroups } from "@/lib/vpn/event-groups";
import type { HistoryEvent } from "@/lib/vpn/events";

type Show = "time" | "relative";

type ListProps = {
  events: HistoryEvent[];
  labelledBy: string;
  /** What of their times is said: the day may stand above. */
  show: Show;
};

export function EventRows({ events, labelledBy, show }: ListProps) {
  return (
    <ol
      aria-labelledby={labelledBy}
      className="overflow-clip rounded-lg border border-line bg-surface shadow-raised print:shadow-none"
    >
      {eventGroups(events).map((group) => (
        <EventRow key={group.first.id} group={group} show={show} />
      ))}
    </ol>
  );
}

const COLUMNS: Record<Show, string> = {
  time: "grid-cols-[auto_minmax(0,1fr)] lg:grid-cols-[4.5rem_minmax(0,2fr)_minmax(0,3fr)]",
  relative: "lg:grid-cols-[11rem_minmax(0,2fr)_minmax(0,3fr)]",
};

/** When it was, what it happened to, and what one read showed of that. */
function EventRow({ group: { first, events }, show }: { group: EventGroup; show: Show }) {
  return (
    <li
      className={clsx(
        "grid items-start gap-x-3 gap-y-2 border-t border-line px-4 py-3 break-inside-avoid first:border-t-0 lg:gap-x-5",
        COLUMNS[show],
      )}
    >
      <p className="text-sm/6 text-ink-soft">
        <Time value={first.at} show={show} />
      </p>
      <div className="min-w-0">
        <EventSubject event={first} />
      </div>
      <ul className={clsx("min-w-0 space-y-2", show === "time" && "max-lg:col-start-2")}>
        {events.map((event) => (
          <li
            key={event.id}
            className="grid items-start gap-x-5 sm:grid-cols-[13.5rem_minmax(0,1fr)]"
          >
            <EventKindLabel event={event} />
            <div className="min-w-0 text-sm/6">
              <EventDetail event={event} />
            </div>
          </li>
        ))}
      </ul>
    </li>
  );
}

import { clsx } from "clsx";
import { EventDetail } from "@/components/events/event-detail";
import { EventKindLabel } from "@/components/events/event-kind-label";
import { EventSubject } from "@/components/events/event-subject";
import { Time } from "@/components/ui/time";
import type { HistoryEvent } from "@/lib/vpn/events";

type Props = {
  event: HistoryEvent;
  /** What of its time is said: the day may stand above. */
  show: "time" | "relative";
};

/** One thing that happened: when, what, to whom, and what is known of it. */
export function EventRow({ event, show }: Props) {
  return (
    <li
      className={clsx(
        "grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-1 border-t border-line px-4 py-3 first:border-t-0 lg:gap-x-5",
        show === "time"
          ? "lg:grid-cols-[4.5rem_13rem_minmax(0,5fr)_minmax(0,6fr)]"
          : "lg:grid-cols-[11rem_13rem_minmax(0,5fr)_minmax(0,6fr)]",
      )}
    >
      <p className="text-sm/6 text-ink-soft">
        <Time value={event.at} show={show} />
      </p>
      <EventKindLabel event={event} />
      <div className="min-w-0 max-lg:col-span-2">
        <EventSubject event={event} />
      </div>
      <div className="min-w-0 text-sm/6 max-lg:col-span-2">
        <EventDetail event={event} />
      </div>
    </li>
  );
}

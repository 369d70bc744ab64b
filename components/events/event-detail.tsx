import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { EventChanges } from "@/components/events/event-changes";
import { EventGap } from "@/components/events/event-gap";
import { EventRule } from "@/components/events/event-rule";
import { useDuration } from "@/components/ui/use-duration";
import { type HistoryEvent, isFindingEvent } from "@/lib/vpn/events";

/** What is known of an event besides: the states before and after, fields, or why there is no data. */
export function EventDetail({ event }: { event: HistoryEvent }) {
  const t = useTranslations("events.row");
  const tVerdict = useTranslations("connections.verdict");
  const { kind, before, after } = event;
  if (kind === "no_data" || kind === "data_back") return <EventGap event={event} />;
  if (isFindingEvent(kind)) return <EventRule event={event} />;
  if (kind === "config_changed") return <EventChanges event={event} />;
  if (kind === "created" || kind === "deleted") {
    const state = after ?? before;
    return state !== null && <p>{t(kind, { state: tVerdict(state) })}</p>;
  }
  return (
    <div className="flex flex-wrap gap-x-4">
      {before !== null && after !== null && (
        <p className="flex items-center gap-1.5">
          {tVerdict(before)}
          <ArrowRight aria-hidden className="size-3.5 text-ink-soft" />
          <span className="sr-only">{t("to")}</span>
          {tVerdict(after)}
        </p>
      )}
      <Lasted event={event} />
    </div>
  );
}

function Lasted({ event: { before, lasted } }: { event: HistoryEvent }) {
  const t = useTranslations("events.lasted");
  const duration = useDuration();
  if (before === null || lasted === null) return null;
  return <p className="text-ink-soft">{t(before, { duration: duration(lasted) })}</p>;
}

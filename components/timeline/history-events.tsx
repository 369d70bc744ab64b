import { useTranslations } from "next-intl";
import { Fold } from "@/components/timeline/exact-times";
import { EventRow, TimelineEvent } from "@/components/timeline/timeline-event";
import { useDuration } from "@/components/ui/use-duration";
import { useReasonWords } from "@/components/timeline/use-interval-words";
import { Time } from "@/components/ui/time";
import { effectOf } from "@/lib/vpn/change-effect";
import type { HistoryEvent } from "@/lib/vpn/events";
import { type History, type HistoryGap, MAX_HISTORY_EVENTS } from "@/lib/vpn/history";
import { type HistoryMoment, historyMoments } from "@/lib/vpn/history-moments";
import { pages } from "@/lib/vpn/hrefs";
import { toReason } from "@/lib/vpn/no-data";

/** So many moments are in plain sight. */
const IN_SIGHT = 6;
/** And so many in all: the list of events has the rest. */
const MOST_MOMENTS = 60;

type Props = { history: History; regionId: string; vpnConnectionId: string };

/** What happened, newest first, with the changes of configuration in between. */
export function HistoryEvents({ history, regionId, vpnConnectionId }: Props) {
  const t = useTranslations("history");
  const moments = historyMoments(history);
  const { events } = history;
  const [newest, older] = [moments.slice(0, IN_SIGHT), moments.slice(IN_SIGHT, MOST_MOMENTS)];
  const isCut = moments.length > MOST_MOMENTS || events.length === MAX_HISTORY_EVENTS;
  const count = older.reduce((sum, one) => sum + one.events.length + one.gaps.length, 0);
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-semibold">{t("events")}</h3>
        <a href={pages.events({ regionId, vpnConnectionId })} className="link text-sm print:hidden">
          {t("allEvents")}
        </a>
      </div>
      {moments.length === 0 && <p className="text-sm text-ink-soft">{t("noEvents")}</p>}
      <Moments moments={newest} events={events} />
      {older.length > 0 && (
        <Fold summary={t("moreEvents", { count })}>
          <Moments moments={older} events={events} />
          {isCut && <p className="mt-2 text-sm text-ink-soft">{t("eventsLeft")}</p>}
        </Fold>
      )}
    </div>
  );
}

function Moments({ moments, events }: { moments: HistoryMoment[]; events: HistoryEvent[] }) {
  if (moments.length === 0) return null;
  return (
    <ol className="text-sm/5">
      {moments.map(({ at, gaps, events: own }) => (
        <li
          key={at}
          className="grid break-inside-avoid gap-x-4 gap-y-1 border-line py-2.5 not-last:border-b sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <p className="text-ink-soft">
            <Time value={at} />
          </p>
          <ul className="min-w-0 space-y-1.5">
            {own.map((event) => (
              <EventRow key={event.id} kind={event.kind}>
                <TimelineEvent
                  event={event}
                  effect={event.kind === "config_changed" ? effectOf(event, events) : null}
                />
              </EventRow>
            ))}
            {gaps.map((gap) => (
              <EventRow key={`gap-${gap.from}`} kind="no_data">
                <GapText gap={gap} />
              </EventRow>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function GapText({ gap: { from, to, reason } }: { gap: HistoryGap }) {
  const t = useTranslations("history");
  const duration = useDuration();
  const words = useReasonWords()(toReason(reason));
  return (
    <>
      <p className="font-medium">
        {to === null ? t("gapOpen") : t("gap", { duration: duration(to - from) })}
      </p>
      <p className="text-ink-soft">{words}</p>
    </>
  );
}

import { Activity } from "lucide-react";
import { useTranslations } from "next-intl";
import { AvailabilitySummary } from "@/components/timeline/availability-summary";
import { ConnectionStrips } from "@/components/timeline/connection-strips";
import { ExactTimes } from "@/components/timeline/exact-times";
import { HistoryEvents } from "@/components/timeline/history-events";
import { NotRecordingNotice } from "@/components/events/not-recording-notice";
import { HistoryRefresh } from "@/components/timeline/history-refresh";
import { HistorySection } from "@/components/timeline/history-section";
import { TimelinePatterns } from "@/components/timeline/patterns";
import { RangeLinks } from "@/components/timeline/range-links";
import { Time } from "@/components/ui/time";
import type { History, Range } from "@/lib/vpn/history";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

export type ConnectionHistoryProps = {
  regionId: string;
  vpnConnectionId: string;
  range: Range;
  /** Null where nobody knows the connection. */
  first: InitialData<History | null>;
};

/** What a connection has been through. */
export function ConnectionHistory({ first, range, ...place }: ConnectionHistoryProps) {
  const t = useTranslations("history");
  const { regionId, vpnConnectionId } = place;
  // What is wrong with the address is said of the connection itself.
  if (first.kind === "problem" && first.problem.code !== "history_unavailable") return null;
  return (
    <HistorySection
      title={t("title")}
      links={<RangeLinks {...place} range={range} />}
      first={first}
      href={pages.vpnConnection(regionId, vpnConnectionId, range)}
    >
      {(history) =>
        history === null ? (
          <p className="text-sm text-ink-soft">{t("unknownConnection")}</p>
        ) : (
          <Known history={history} {...place} />
        )
      }
    </HistorySection>
  );
}

type KnownProps = { history: History; regionId: string; vpnConnectionId: string };

function Known({ history, ...place }: KnownProps) {
  const t = useTranslations("history");
  const { notRecording, flapping, firstSeenAt, from, to } = history;
  return (
    <>
      <TimelinePatterns />
      <HistoryRefresh {...place} readAt={to} />
      {notRecording !== undefined && <NotRecordingNotice {...notRecording} />}
      {flapping && (
        <p className="flex gap-2 text-sm font-medium text-degraded">
          <Activity aria-hidden className="mt-1 size-4 shrink-0" />
          {t("flapping")}
        </p>
      )}
      <AvailabilitySummary availability={history.availability} range={history.range} />
      <div>
        <ConnectionStrips history={history} />
        <p className="mt-2 text-sm text-ink-soft">
          {t.rich("asOf", { time: () => <Time value={to} /> })}
          {firstSeenAt !== null && firstSeenAt > from && (
            <> {t.rich("knownSince", { time: () => <Time value={firstSeenAt} /> })}</>
          )}
          {firstSeenAt === null && <> {t("neverSeen")}</>}
        </p>
        <ExactTimes history={history} />
      </div>
      <HistoryEvents history={history} {...place} />
    </>
  );
}

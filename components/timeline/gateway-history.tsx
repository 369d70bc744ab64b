import { useTranslations } from "next-intl";
import { Fold } from "@/components/timeline/exact-times";
import { GatewayStrips } from "@/components/timeline/gateway-strips";
import { NotRecordingNotice } from "@/components/events/not-recording-notice";
import { HistorySection } from "@/components/timeline/history-section";
import { Legend } from "@/components/timeline/legend";
import { OutageTable } from "@/components/timeline/outage-table";
import { TimelinePatterns } from "@/components/timeline/patterns";
import { Time } from "@/components/ui/time";
import type { GatewayHistory as History } from "@/lib/vpn/history";
import type { InitialData } from "@/lib/vpn/initial-data";
import { outagesOf } from "@/lib/vpn/worst-timelines";

type Props = {
  regionId: string;
  /** Null where there are no connections to tell of. */
  first: InitialData<History> | null;
  /** How many connections the gateway has; not all are drawn where there are very many. */
  totalCount: number;
  href: string;
};

/** The last day of each connection of a gateway, so that one that fails is told apart from all that do. */
export function GatewayHistory({ regionId, first, totalCount, href }: Props) {
  const t = useTranslations("history");
  if (first === null) return null;
  if (first.kind === "problem" && first.problem.code !== "history_unavailable") return null;
  return (
    <HistorySection title={t("ofGateway")} first={first} href={href}>
      {(history) => {
        const { timelines, notRecording, to } = history;
        const outages = outagesOf(timelines);
        return (
          <>
            <TimelinePatterns />
            {notRecording !== undefined && <NotRecordingNotice {...notRecording} />}
            <Legend />
            <GatewayStrips regionId={regionId} history={history} />
            <div>
              <p className="text-sm text-ink-soft">
                {t.rich("asOf", { time: () => <Time value={to} /> })}{" "}
                {timelines.length < totalCount &&
                  t("drawn", { drawn: timelines.length, total: totalCount })}
              </p>
              {outages.length === 0 ? (
                <p className="text-sm text-ink-soft">{t("noOutages")}</p>
              ) : (
                <Fold summary={t("outages", { count: outages.length })}>
                  <OutageTable regionId={regionId} outages={outages} to={to} />
                </Fold>
              )}
            </div>
          </>
        );
      }}
    </HistorySection>
  );
}

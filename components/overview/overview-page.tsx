import { useTranslations } from "next-intl";
import { LatestChanges } from "@/components/events/latest-changes";
import { BrowserWords, OF_OVERVIEW } from "@/components/layout/browser-words";
import { FindingsSummary } from "@/components/findings/findings-summary";
import { InitialQueries } from "@/components/layout/initial-queries";
import { OverviewView } from "@/components/overview/overview-view";
import type { ConnectionSummaries } from "@/lib/vpn/connection-summary";
import { LATEST_EVENTS } from "@/lib/vpn/event-parameters";
import type { EventList } from "@/lib/vpn/events";
import type { FindingList } from "@/lib/vpn/findings/list";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import { eventsQuery, overviewQuery, summariesQuery } from "@/lib/vpn/queries";
import type { Overview } from "@/lib/vpn/overview";

type Props = {
  overview: InitialData<Overview>;
  unhealthy: InitialData<ConnectionSummaries>;
  latest: InitialData<EventList>;
  findings: InitialData<FindingList>;
};

export function OverviewPage({ overview, unhealthy, latest, findings }: Props) {
  const t = useTranslations("pages");
  const first = [
    { queryKey: overviewQuery().queryKey, first: overview },
    { queryKey: summariesQuery(UNHEALTHY).queryKey, first: unhealthy },
    { queryKey: eventsQuery(LATEST_EVENTS).queryKey, first: latest },
  ];
  return (
    <BrowserWords of={OF_OVERVIEW}>
      <h1 className="mb-1 text-xl font-semibold tracking-tight">{t("overview")}</h1>
      <InitialQueries of={first}>
        <OverviewView
          firstProblem={initialProblemOf(overview)}
          findings={<FindingsSummary first={findings} />}
          latest={<LatestChanges firstProblem={initialProblemOf(latest)} />}
        />
      </InitialQueries>
    </BrowserWords>
  );
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RegionTable } from "@/components/overview/region-table";
import { ReadingProgress } from "@/components/overview/reading-progress";
import { UnhealthyList } from "@/components/overview/unhealthy-list";
import { VerdictTiles } from "@/components/overview/verdict-tiles";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { useHydrated } from "@/components/ui/use-hydrated";
import { RegionGaps } from "@/components/vpn-connections/region-gaps";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { problemOf } from "@/lib/vpn/fetch-json";
import { pages } from "@/lib/vpn/hrefs";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import type { Problem } from "@/lib/vpn/problem";
import { overviewQuery, summariesQuery } from "@/lib/vpn/queries";

type Props = {
  /** Why the server had nothing for the first HTML; null when it had, or was still reading. */
  firstProblem: Problem | null;
  /** Of a source of its own: shown whatever has become of the regions. */
  latest: ReactNode;
  /** Likewise. */
  findings: ReactNode;
};

/** All regions at a glance: what is down first, then each region. */
export function OverviewView({ firstProblem, latest, findings }: Props) {
  const t = useTranslations("allRegions");
  const { isTimeToAsk, askNow } = useTimeToAsk(firstProblem);
  const queryClient = useQueryClient();
  const query = useQuery({ ...overviewQuery(), enabled: isTimeToAsk });
  const isBusy = useHydrated() && query.isFetching;
  const problem = query.isError ? problemOf(query.error) : firstProblem;
  const overview = query.data;

  function refresh() {
    askNow();
    void query.refetch();
    void queryClient.refetchQueries({ queryKey: summariesQuery(UNHEALTHY).queryKey });
  }

  if (overview === undefined) {
    return (
      <>
        <div className="mb-10">
          {query.isError || firstProblem !== null ? (
            <ProblemNotice problem={problem}>
              <RetryLink href={pages.home} isRetrying={isBusy} onRetry={refresh} />
            </ProblemNotice>
          ) : (
            <ReadingNotice href={pages.home} isLive />
          )}
        </div>
        {latest}
      </>
    );
  }
  return (
    <>
      {query.isError && <StaleBanner since={overview.fetchedAt} problem={problem} />}
      {/* Some are told in the table below; all of them are an outage. */}
      {overview.regions.every(({ state }) => state === "stale" || state === "failed") && (
        <RegionGaps regions={overview.regions} href={pages.home} />
      )}
      <ReadingProgress overview={overview} isRefreshing={isBusy} onRefresh={refresh} />
      <VerdictTiles counts={overview.counts} />
      <UnhealthyList overview={overview} />
      {findings}
      {latest}
      <section aria-labelledby="regions">
        <h2 id="regions" className="mb-3 text-lg font-semibold">
          {t("regions")}
        </h2>
        <RegionTable regions={overview.regions} labelledBy="regions" onRetried={refresh} />
      </section>
    </>
  );
}

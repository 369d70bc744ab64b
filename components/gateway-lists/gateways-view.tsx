"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import type { LabelledGatewayColumn } from "@/components/gateway-lists/gateway-columns";
import { GatewayGaps } from "@/components/gateway-lists/gateway-gaps";
import { GatewayTable } from "@/components/gateway-lists/gateway-table";
import { GatewayToolbar } from "@/components/gateway-lists/gateway-toolbar";
import { NoGateways } from "@/components/gateway-lists/no-gateways";
import { OtherConnections } from "@/components/gateway-lists/other-connections";
import { ListBar } from "@/components/list/list-bar";
import { Paging } from "@/components/list/paging";
import { useLiveList } from "@/components/list/use-live-list";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RegionGaps } from "@/components/vpn-connections/region-gaps";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { VerdictPills } from "@/components/vpn-connections/verdict-pills";
import { Failed } from "@/components/vpn-connections/views";
import { isSameColumns } from "@/lib/vpn/columns";
import { defaultGatewayColumns } from "@/lib/vpn/gateway-columns";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import {
  areGatewaysFiltered,
  type GatewayPageParameters,
  gatewayQuestionOf,
  toGatewaySort,
} from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import { gatewaysQuery } from "@/lib/vpn/queries";

export type GatewaysViewProps = {
  of: GatewayOf;
  /** Null over all regions. */
  regionId: string | null;
  parameters: GatewayPageParameters;
  shown: readonly LabelledGatewayColumn[];
  caption: string;
  /** Why the server had no rows for the first HTML; null when it had, or was still reading. */
  firstProblem: Problem | null;
  /** The search and filters of the list, and what chooses its columns. */
  filters: ReactNode;
  chooser: ReactNode;
};

/** The list as it lives: rows, or the one reason why there are none. */
export function GatewaysView(props: GatewaysViewProps) {
  const { of, regionId, parameters, shown, caption, firstProblem, filters, chooser } = props;
  const t = useTranslations("connections.list");
  const tLists = useTranslations("gatewayLists");
  const asking = useTimeToAsk(firstProblem);
  const question = gatewayQuestionOf(parameters);
  const columns = shown.map(({ name }) => name);
  const chosen = isSameColumns(columns, defaultGatewayColumns(of, regionId)) ? null : columns;
  const query = useQuery({
    ...gatewaysQuery(of, regionId, question),
    enabled: asking.isTimeToAsk,
  });
  const live = useLiveList(query, asking, firstProblem);
  const list = query.data;
  // The same while the question is, so that what they lead from is drawn once.
  const hrefOf = useCallback(
    (more: Partial<GatewayPageParameters>) =>
      pages.gateways(of, regionId, { ...parameters, ...more }),
    [of, regionId, parameters],
  );
  const sortHref = useCallback(
    (sort: string | null) => hrefOf({ pageNumber: 1, sort: toGatewaySort(sort) }),
    [hrefOf],
  );
  const href = hrefOf({});

  if (list === undefined) {
    return (
      <>
        <ListBar>{filters}</ListBar>
        {live.hasFailed ? (
          <Failed
            problem={live.problem}
            href={href}
            isRetrying={live.isBusy}
            onRetry={live.onRefresh}
          />
        ) : (
          <ReadingNotice href={href} isLive />
        )}
      </>
    );
  }
  const gateways = "vpnGateways" in list ? list.vpnGateways : list.customerGateways;
  const isReading =
    gateways.length === 0 && (list.regions?.some(({ state }) => state === "loading") ?? false);
  return (
    <>
      {live.stale !== undefined && <StaleBanner {...live.stale} />}
      {list.regions !== undefined && <RegionGaps regions={list.regions} href={href} />}
      <GatewayGaps of={of} gaps={list.gatewayGaps} href={href} />
      <ListBar>
        {filters}
        {(gateways.length > 0 || areGatewaysFiltered(question)) && (
          <VerdictPills
            label={tLists("byVerdict")}
            words={tLists("withConnections")}
            status={parameters.status}
            countOf={(verdict) => list.statusCounts[verdict]}
            hrefOf={(status) => hrefOf({ pageNumber: 1, status })}
          />
        )}
        <GatewayToolbar
          {...{ of, regionId, question, list, href }}
          columns={chosen}
          linkHref={hrefOf({ columns: chosen })}
          isRefreshing={live.isBusy}
          onRefresh={live.onRefresh}
          chooser={chooser}
        />
      </ListBar>
      {isReading ? (
        <ReadingNotice href={href} isLive />
      ) : gateways.length === 0 ? (
        <NoGateways {...{ of, regionId, parameters }} totalCount={list.totalCount} />
      ) : (
        <>
          <GatewayTable
            {...{ gateways, shown, caption }}
            fetchedAt={list.fetchedAt}
            sort={parameters.sort}
            sortHref={sortHref}
          />
          <div className="mt-4">
            <Paging {...parameters} totalCount={list.totalCount} hrefOf={hrefOf} />
          </div>
        </>
      )}
      <OtherConnections list={list} />
      <p role="status" className="sr-only">
        {live.refreshedAt !== null && t("updated", { time: live.refreshedAt })}
      </p>
    </>
  );
}

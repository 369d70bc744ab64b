"use client";

import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo } from "react";
import { ListBar } from "@/components/list/list-bar";
import { useLiveList } from "@/components/list/use-live-list";
import { ReadingNotice } from "@/components/states/reading-notice";
import type { LabelledColumn } from "@/components/vpn-connections/connection-columns";
import { ConnectionTable } from "@/components/vpn-connections/connection-table";
import { ListToolbar } from "@/components/vpn-connections/list-toolbar";
import { Paging } from "@/components/list/paging";
import { RegionGaps } from "@/components/vpn-connections/region-gaps";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { StatusFilter } from "@/components/vpn-connections/status-filter";
import { useOpenPanels } from "@/components/vpn-connections/use-open-panels";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { Failed, NoRows } from "@/components/vpn-connections/views";
import { isSameColumns } from "@/lib/vpn/columns";
import { defaultColumns } from "@/lib/vpn/connection-columns";
import { pages } from "@/lib/vpn/hrefs";
import {
  isFiltered,
  type ListLinkParameters,
  listParametersOf,
  type ListParameters,
} from "@/lib/vpn/list-parameters";
import { isDrawn, type ListScope, questionOf, regionOf } from "@/lib/vpn/list-scope";
import { toSort } from "@/lib/vpn/sort-fields";
import type { Problem } from "@/lib/vpn/problem";
import { connectionRowsQuery, vpnConnectionsKey } from "@/lib/vpn/queries";

type Props = {
  scope: ListScope;
  parameters: ListLinkParameters;
  /** The columns that are shown, whatever was asked for. */
  shown: LabelledColumn[];
  caption: string;
  /** Why the server had no rows for the first HTML; null when it had, or was still reading. */
  firstProblem: Problem | null;
  isWaitingForQuota?: boolean;
  /** The search and filters of the list, where it has any, and what chooses its columns. */
  filters?: ReactNode;
  chooser: ReactNode;
};

/** The list as it lives: rows, or the one reason why there are none. */
export function VpnConnectionsView(props: Props) {
  const { scope, parameters, shown, caption, firstProblem, isWaitingForQuota, filters } = props;
  const t = useTranslations("connections");
  const regionId = regionOf(scope);
  const question = questionOf(scope, listParametersOf(parameters));
  const columns = useMemo(() => shown.map(({ name }) => name), [shown]);
  const chosen = isSameColumns(columns, defaultColumns(scope.of)) ? null : columns;
  const panels = useOpenPanels(scope, parameters, chosen);
  const asking = useTimeToAsk(firstProblem);
  const queryClient = useQueryClient();
  const { queryKey, ...options } = connectionRowsQuery(regionId, question, columns);
  const query = useQuery({ queryKey, ...options, enabled: asking.isTimeToAsk });
  const live = useLiveList(query, asking, firstProblem, () =>
    queryClient.refetchQueries({
      queryKey: vpnConnectionsKey(regionId),
      predicate: ({ queryHash }) => queryHash !== hashKey(queryKey),
    }),
  );
  const list = query.data;

  // The same while the question is, so that what they lead from is drawn once.
  const hrefOf = useCallback(
    (place: Pick<ListParameters, "pageNumber" | "pageSize">) =>
      pages.list(scope, { ...parameters, ...place }),
    [scope, parameters],
  );
  const sortHref = useCallback(
    (sort: string | null) =>
      pages.list(scope, { ...parameters, pageNumber: 1, sort: toSort(sort) }),
    [scope, parameters],
  );

  if (list === undefined) {
    return (
      <>
        {filters !== undefined && <ListBar>{filters}</ListBar>}
        {live.hasFailed ? (
          <Failed
            problem={live.problem}
            href={panels.href}
            isRetrying={live.isBusy}
            onRetry={live.onRefresh}
          />
        ) : (
          <ReadingNotice href={panels.href} isLive isWaitingForQuota={isWaitingForQuota} />
        )}
      </>
    );
  }
  const isEmpty = list.vpnConnections.length + list.unreadable.length === 0;
  const isReading = isEmpty && (list.regions?.some(({ state }) => state === "loading") ?? false);
  return (
    <>
      {live.stale !== undefined && <StaleBanner {...live.stale} />}
      {list.regions !== undefined && <RegionGaps regions={list.regions} href={panels.href} />}
      <ListBar>
        {filters}
        {(!isEmpty || isFiltered(parameters)) && (
          <StatusFilter scope={scope} parameters={parameters} counts={list.counts} />
        )}
        <ListToolbar
          {...{ regionId, question, list, columns: chosen }}
          isRefreshing={live.isBusy}
          onRefresh={live.onRefresh}
          chooser={props.chooser}
          href={panels.href}
          linkHref={panels.linkHref}
        />
      </ListBar>
      {isReading ? (
        <ReadingNotice href={panels.href} isLive />
      ) : isEmpty ? (
        <NoRows scope={scope} parameters={parameters} totalCount={list.totalCount} />
      ) : (
        // On paper a drawing that holds them all says the same as rows that are closed.
        <div
          className={clsx(isDrawn(scope, list.totalCount) && !panels.isAnyOpen && "print:hidden")}
        >
          <ConnectionTable
            list={list}
            shown={shown}
            caption={caption}
            sort={parameters.sort}
            sortHref={sortHref}
            isOpen={panels.isOpen}
            toggleHref={panels.toggleHref}
            onToggle={panels.toggle}
          />
          <div className="mt-4">
            <Paging {...parameters} totalCount={list.totalCount} hrefOf={hrefOf} />
          </div>
        </div>
      )}
      <p role="status" className="sr-only">
        {live.refreshedAt !== null && t("list.updated", { time: live.refreshedAt })}
      </p>
    </>
  );
}

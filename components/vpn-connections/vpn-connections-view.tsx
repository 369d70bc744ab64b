"use client";

import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { ListBar } from "@/components/list/list-bar";
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
import { useHydrated } from "@/components/ui/use-hydrated";
import { localTime } from "@/components/ui/time-format";
import { problemOf } from "@/lib/vpn/fetch-json";
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
  const { isTimeToAsk, askNow } = useTimeToAsk(firstProblem);
  const queryClient = useQueryClient();
  const { queryKey, ...options } = connectionRowsQuery(regionId, question, columns);
  const query = useQuery({ queryKey, ...options, enabled: isTimeToAsk });
  const list = query.data;
  // In the server's HTML nothing is under way that a user without JavaScript could wait for.
  const isBusy = useHydrated() && query.isFetching;
  const [announcement, setAnnouncement] = useState("");
  const problem = query.isError ? problemOf(query.error) : firstProblem;

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

  /** With what stands around the rows, so that a page does not say two things. */
  async function refresh() {
    askNow();
    const [{ data, isSuccess }] = await Promise.all([
      query.refetch(),
      queryClient.refetchQueries({
        queryKey: vpnConnectionsKey(regionId),
        predicate: ({ queryHash }) => queryHash !== hashKey(queryKey),
      }),
    ]);
    setAnnouncement(
      data && isSuccess ? t("list.updated", { time: localTime(data.fetchedAt).time }) : "",
    );
  }
  const onRefresh = () => void refresh();

  if (list === undefined) {
    return (
      <>
        {filters !== undefined && <ListBar>{filters}</ListBar>}
        {query.isError || firstProblem !== null ? (
          <Failed problem={problem} href={panels.href} isRetrying={isBusy} onRetry={onRefresh} />
        ) : (
          <ReadingNotice href={panels.href} isLive isWaitingForQuota={isWaitingForQuota} />
        )}
      </>
    );
  }
  const isEmpty = list.vpnConnections.length + list.unreadable.length === 0;
  const isReading = isEmpty && (list.regions?.some(({ state }) => state === "loading") ?? false);
  const isOwnReadOld = query.isError || !isTimeToAsk;
  const stale = isOwnReadOld ? { since: list.fetchedAt, problem } : list.stale;
  return (
    <>
      {stale !== undefined && <StaleBanner {...stale} />}
      {list.regions !== undefined && <RegionGaps regions={list.regions} href={panels.href} />}
      <ListBar>
        {filters}
        {(!isEmpty || isFiltered(parameters)) && (
          <StatusFilter scope={scope} parameters={parameters} counts={list.counts} />
        )}
        <ListToolbar
          {...{ regionId, question, list, columns: chosen, onRefresh }}
          isRefreshing={isBusy}
          href={panels.href}
          linkHref={panels.linkHref}
        />
        {props.chooser}
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
        {announcement}
      </p>
    </>
  );
}

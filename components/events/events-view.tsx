"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { EventDays } from "@/components/events/event-days";
import { EventsToolbar } from "@/components/events/events-toolbar";
import { KindFilter } from "@/components/events/kind-filter";
import { NotRecordingNotice } from "@/components/events/not-recording-notice";
import { EventsReading, NoEvents } from "@/components/events/views";
import { ProblemNotice } from "@/components/states/problem-notice";
import { RetryLink } from "@/components/states/retry-link";
import { localTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";
import { Paging } from "@/components/list/paging";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import type { EventParameters } from "@/lib/vpn/events";
import { problemOf } from "@/lib/vpn/fetch-json";
import { pages } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import { eventsQuery } from "@/lib/vpn/queries";

type Props = {
  parameters: EventParameters;
  /** Why the server had no events for the first HTML; null when it had, or was still reading. */
  firstProblem: Problem | null;
};

/** The list as it lives: events, or the one reason why there are none. */
export function EventsView({ parameters, firstProblem }: Props) {
  const t = useTranslations("events.list");
  const { isTimeToAsk, askNow } = useTimeToAsk(firstProblem);
  const query = useQuery({ ...eventsQuery(parameters), enabled: isTimeToAsk });
  const isBusy = useHydrated() && query.isFetching;
  const [announcement, setAnnouncement] = useState("");
  const problem = query.isError ? problemOf(query.error) : firstProblem;
  const href = pages.events(parameters);
  const list = query.data;

  // The same while the question is, so that the paging is drawn once.
  const hrefOf = useCallback(
    (place: Pick<EventParameters, "pageNumber" | "pageSize">) =>
      pages.events({ ...parameters, ...place }),
    [parameters],
  );

  async function refresh() {
    askNow();
    const { isSuccess, dataUpdatedAt } = await query.refetch();
    setAnnouncement(isSuccess ? t("updated", { time: localTime(dataUpdatedAt).time }) : "");
  }
  const onRefresh = () => void refresh();

  if (list === undefined) {
    return query.isError || firstProblem !== null ? (
      <ProblemNotice problem={problem}>
        <RetryLink href={href} isRetrying={isBusy} onRetry={onRefresh} />
      </ProblemNotice>
    ) : (
      <EventsReading href={href} />
    );
  }
  return (
    <>
      {query.isError && <StaleBanner since={query.dataUpdatedAt} problem={problem} />}
      {list.notRecording !== undefined && <NotRecordingNotice {...list.notRecording} />}
      <KindFilter parameters={parameters} counts={list.counts} />
      <EventsToolbar
        parameters={parameters}
        list={list}
        isRefreshing={isBusy}
        onRefresh={onRefresh}
      />
      {list.events.length === 0 ? (
        <NoEvents parameters={parameters} totalCount={list.totalCount} />
      ) : (
        <>
          <EventDays events={list.events} />
          <Paging {...parameters} totalCount={list.totalCount} hrefOf={hrefOf} />
        </>
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  );
}

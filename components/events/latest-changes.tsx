"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EventRows } from "@/components/events/event-rows";
import { NotRecordingNotice } from "@/components/events/not-recording-notice";
import { buttonClass } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { LATEST_EVENTS } from "@/lib/vpn/event-parameters";
import { problemOf } from "@/lib/vpn/fetch-json";
import { pages } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import { eventsQuery } from "@/lib/vpn/queries";

/** What changed last, anywhere. A database that is slow or away costs this part of a page alone. */
export function LatestChanges({ firstProblem }: { firstProblem: Problem | null }) {
  const t = useTranslations("events.latest");
  const { isTimeToAsk } = useTimeToAsk(firstProblem);
  const { data, error } = useQuery({ ...eventsQuery(LATEST_EVENTS), enabled: isTimeToAsk });
  const problem = problemOf(error) ?? firstProblem;
  return (
    <section aria-labelledby="latest" className="mb-10">
      <h2 id="latest" className="mb-3 text-lg font-semibold">
        {t("title")}
      </h2>
      {data?.notRecording !== undefined && <NotRecordingNotice {...data.notRecording} />}
      {data === undefined || data.events.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface px-4 py-3 text-ink-soft">
          {data !== undefined
            ? t.rich("none", { time: () => <Time value={data.since} /> })
            : problem === null
              ? t("reading")
              : t("failed", { detail: problem.detail })}
        </p>
      ) : (
        <EventRows events={data.events} labelledBy="latest" show="relative" />
      )}
      <a href={pages.events()} className={`${buttonClass("quiet")} mt-3 print:hidden`}>
        {t("all")}
      </a>
    </section>
  );
}

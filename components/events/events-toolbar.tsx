import { useFormatter, useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { ListActions } from "@/components/list/list-actions";
import type { EventList, EventParameters } from "@/lib/vpn/events";
import { api, pages } from "@/lib/vpn/hrefs";

type Props = {
  parameters: EventParameters;
  list: EventList;
  isRefreshing: boolean;
  onRefresh: () => void;
};

/** How much there is, how far back it goes, and ways to have it newer and to take it along. */
export function EventsToolbar({ parameters, list, isRefreshing, onRefresh }: Props) {
  const t = useTranslations("events.list");
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="font-medium">
        <Extent list={list} />
      </p>
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <p className="basis-full sm:mr-2 sm:basis-auto">
          {t.rich("since", { time: () => <Time value={list.since} show="date" /> })}
        </p>
        <ListActions
          href={pages.events(parameters)}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
          downloadHref={(format) => api.downloadEvents(parameters, format)}
        />
      </div>
    </div>
  );
}

function Extent({ list: { events, totalCount, pageNumber, pageSize } }: { list: EventList }) {
  const t = useTranslations("events.list");
  const format = useFormatter();
  const from = (pageNumber - 1) * pageSize + 1;
  if (events.length === 0 || events.length === totalCount) return t("total", { count: totalCount });
  return t("range", {
    from: format.number(from),
    to: format.number(from + events.length - 1),
    total: format.number(totalCount),
  });
}

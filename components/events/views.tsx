import { History, LoaderCircle, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isFilteredEvents } from "@/lib/vpn/event-parameters";
import type { EventParameters } from "@/lib/vpn/events";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";

type Props = { parameters: EventParameters; totalCount: number };

/** No event to show, and why: nothing has happened, nothing matches, or a page past the end. */
export function NoEvents({ parameters, totalCount }: Props) {
  const t = useTranslations("events");
  if (totalCount > 0) {
    const pageCount = pageCountOf(totalCount, parameters.pageSize);
    const { pageNumber } = parameters;
    return (
      <Notice
        icon={SearchX}
        title={t("pastEnd.title", { page: pageNumber })}
        detail={t("pastEnd.detail", { pages: pageCount })}
      >
        <QuietLink href={pages.events({ ...parameters, pageNumber: pageCount })}>
          {t("pastEnd.action")}
        </QuietLink>
      </Notice>
    );
  }
  if (isFilteredEvents(parameters)) {
    return (
      <Notice icon={SearchX} title={t("noMatch.title")} detail={t("noMatch.detail")}>
        <QuietLink href={pages.events()}>{t("noMatch.action")}</QuietLink>
      </Notice>
    );
  }
  return <Notice icon={History} title={t("empty.title")} detail={t("empty.detail")} />;
}

function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass("quiet")}>
      {children}
    </a>
  );
}

/** The database takes longer than a page may wait; without JavaScript the link looks again. */
export function EventsReading({ href }: { href: string }) {
  const t = useTranslations("events.reading");
  return (
    <Notice icon={LoaderCircle} title={t("title")} detail={t("detail")} isBusy>
      <a href={href} className={buttonClass("quiet")}>
        {t("action")}
      </a>
    </Notice>
  );
}

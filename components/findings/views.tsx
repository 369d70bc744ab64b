import { SearchX, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FindingList } from "@/lib/vpn/findings/list";
import { type FindingPageParameters, isFilteredFindings } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";

type Props = { parameters: FindingPageParameters; list: FindingList };

/** No finding to show, and why: a page past the end, nothing that matches, or nothing that is weak. */
export function NoFindings({ parameters, list }: Props) {
  const t = useTranslations("findings");
  const { totalCount, inspectedConnections: connections, regions } = list;
  const { by, pageSize, pageNumber } = parameters;
  if (totalCount > 0) {
    const pageCount = pageCountOf(totalCount, pageSize);
    return (
      <Notice
        icon={SearchX}
        title={t("pastEnd.title", { page: pageNumber })}
        detail={t("pastEnd.detail", { pages: pageCount })}
      >
        <a
          href={pages.findings({ ...parameters, pageNumber: pageCount })}
          className={buttonClass("quiet")}
        >
          {t("pastEnd.action")}
        </a>
      </Notice>
    );
  }
  // Of a region as of all of them: where nothing is found, nothing is weak.
  if (isFilteredFindings({ ...parameters, regionId: null })) {
    return (
      <Notice
        icon={SearchX}
        title={t("noMatch.title")}
        detail={t("noMatch.detail", { connections })}
      >
        <a href={pages.findings({ by })} className={buttonClass("quiet")}>
          {t("noMatch.action")}
        </a>
      </Notice>
    );
  }
  const isWhole = regions.every((region) => region.totalCount !== null);
  const kind = isWhole ? "empty" : "emptyPartly";
  return (
    <Notice
      icon={isWhole ? ShieldCheck : SearchX}
      title={t(`${kind}.title`)}
      detail={t(`${kind}.detail`, { connections })}
    />
  );
}

import { SearchX, Unplug } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/states/problem-notice";
import { RetryLink } from "@/components/states/retry-link";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";
import type { Problem } from "@/lib/vpn/problem";
import { isFiltered, type ListParameters } from "@/lib/vpn/search-params";

type Question = { regionId: string; parameters: ListParameters };

/** No row to show, and why: nothing here, nothing that matches, or a page past the end. */
export function NoRows({ regionId, parameters, totalCount }: Question & { totalCount: number }) {
  if (totalCount > 0) return <PastEnd {...{ regionId, parameters, totalCount }} />;
  return isFiltered(parameters) ? <NoMatch regionId={regionId} /> : <Empty />;
}

function Empty() {
  const t = useTranslations("connections.empty");
  return (
    <Notice icon={Unplug} title={t("title")} detail={t("detail")}>
      <RegionMenuButton />
    </Notice>
  );
}

/** Opens the picker in the header. */
function RegionMenuButton() {
  const t = useTranslations("connections.empty");
  return (
    <button type="button" popoverTarget="region-menu" className={buttonClass("quiet")}>
      {t("regions")}
    </button>
  );
}

function NoMatch({ regionId }: { regionId: string }) {
  const t = useTranslations("connections.noMatch");
  return (
    <Notice icon={SearchX} title={t("title")} detail={t("detail")}>
      <Link prefetch={false} href={pages.vpnConnections(regionId)} className={buttonClass("quiet")}>
        {t("action")}
      </Link>
    </Notice>
  );
}

function PastEnd({ regionId, parameters, totalCount }: Question & { totalCount: number }) {
  const t = useTranslations("connections.pastEnd");
  const pageCount = pageCountOf(totalCount, parameters.pageSize);
  const href = pages.vpnConnections(regionId, { ...parameters, pageNumber: pageCount });
  return (
    <Notice
      icon={SearchX}
      title={t("title", { page: parameters.pageNumber })}
      detail={t("detail", { pages: pageCount })}
    >
      <Link prefetch={false} href={href} className={buttonClass("quiet")}>
        {t("action")}
      </Link>
    </Notice>
  );
}

type FailedProps = {
  problem: Problem | null;
  href: string;
  isRetrying: boolean;
  onRetry: () => void;
};

/** A region that is not there does not come by asking again. */
export function Failed({ problem, ...retry }: FailedProps) {
  return (
    <ProblemNotice problem={problem}>
      {problem?.code === "not_found" ? <RegionMenuButton /> : <RetryLink {...retry} />}
    </ProblemNotice>
  );
}

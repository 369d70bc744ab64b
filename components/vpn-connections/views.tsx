import { SearchX, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegionLinks } from "@/components/layout/region-links";
import { ProblemNotice } from "@/components/states/problem-notice";
import { RetryLink } from "@/components/states/retry-link";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";
import { isOfGateway, type ListScope } from "@/lib/vpn/list-scope";
import type { Problem } from "@/lib/vpn/problem";
import { isFiltered, type ListLinkParameters } from "@/lib/vpn/list-parameters";

type Question = { scope: ListScope; parameters: ListLinkParameters };

/** No row to show, and why: nothing here, nothing that matches, or a page past the end. */
export function NoRows({ scope, parameters, totalCount }: Question & { totalCount: number }) {
  if (totalCount > 0) return <PastEnd {...{ scope, parameters, totalCount }} />;
  return isFiltered(parameters) ? <NoMatch scope={scope} /> : <Empty scope={scope} />;
}

function Empty({ scope }: { scope: ListScope }) {
  const t = useTranslations("connections.empty");
  const gatewayId = gatewayIdOf(scope);
  return (
    <Notice icon={Unplug} title={t(`${scope.of}.title`)} detail={t(`${scope.of}.detail`)}>
      {scope.of === "region" && <RegionChoice />}
      {gatewayId !== null && (
        <a href={pages.go(gatewayId)} className={buttonClass("quiet")}>
          {t("go")}
        </a>
      )}
    </Notice>
  );
}

function gatewayIdOf(scope: ListScope): string | null {
  if (!isOfGateway(scope)) return null;
  return scope.of === "vpnGateway" ? scope.vpnGatewayId : scope.customerGatewayId;
}

/** The way on from a region that has nothing, or is not there. */
function RegionChoice() {
  const t = useTranslations("connections.empty");
  return (
    <nav aria-label={t("regions")} className="w-full max-w-2xl text-left">
      <RegionLinks />
    </nav>
  );
}

function NoMatch({ scope }: { scope: ListScope }) {
  const t = useTranslations("connections.noMatch");
  const place = isOfGateway(scope) ? "gateway" : scope.of;
  return (
    <Notice icon={SearchX} title={t("title")} detail={t(`${place}.detail`)}>
      <a href={pages.list(scope)} className={buttonClass("quiet")}>
        {t(`${place}.action`)}
      </a>
    </Notice>
  );
}

function PastEnd({ scope, parameters, totalCount }: Question & { totalCount: number }) {
  const t = useTranslations("connections.pastEnd");
  const pageCount = pageCountOf(totalCount, parameters.pageSize);
  const href = pages.list(scope, { ...parameters, pageNumber: pageCount });
  return (
    <Notice
      icon={SearchX}
      title={t("title", { page: parameters.pageNumber })}
      detail={t("detail", { pages: pageCount })}
    >
      <a href={href} className={buttonClass("quiet")}>
        {t("action")}
      </a>
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
      {problem?.code === "not_found" ? <RegionChoice /> : <RetryLink {...retry} />}
    </ProblemNotice>
  );
}

import { Router, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import { areGatewaysFiltered, type GatewayPageParameters } from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";

type Props = {
  of: GatewayOf;
  regionId: string | null;
  parameters: GatewayPageParameters;
  totalCount: number;
};

/** No row to show, and why: nothing here, nothing that matches, or a page past the end. */
export function NoGateways({ of, regionId, parameters, totalCount }: Props) {
  const t = useTranslations("gatewayLists");
  const tPastEnd = useTranslations("connections.pastEnd");
  if (totalCount > 0) {
    const { pageNumber, pageSize } = parameters;
    const pageCount = pageCountOf(totalCount, pageSize);
    return (
      <Notice
        icon={SearchX}
        title={tPastEnd("title", { page: pageNumber })}
        detail={t("pastEnd", { pages: pageCount })}
      >
        <Way href={pages.gateways(of, regionId, { ...parameters, pageNumber: pageCount })}>
          {tPastEnd("action")}
        </Way>
      </Notice>
    );
  }
  if (areGatewaysFiltered(parameters)) {
    return (
      <Notice icon={SearchX} title={t(`${of}.noMatch`)} detail={t("noMatch")}>
        <Way href={pages.gateways(of, regionId)}>{t(`${of}.all`)}</Way>
      </Notice>
    );
  }
  return (
    <Notice
      icon={Router}
      title={t(`${of}.empty`)}
      detail={t(regionId === null ? "emptyEverywhere" : "empty")}
    >
      {regionId !== null && <Way href={pages.gateways(of, null)}>{t(`${of}.allRegions`)}</Way>}
    </Notice>
  );
}

function Way({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} className={buttonClass("quiet")}>
      {children}
    </a>
  );
}

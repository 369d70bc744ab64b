import { Network, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pages } from "@/lib/vpn/hrefs";
import { pageCountOf } from "@/lib/vpn/paging";
import { SUBNET_SCOPES, type SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { parameters: SubnetParameters; totalCount: number };

/** No network to show, and why: a page past the end, nothing that meets, nothing found, or none at all. */
export function NoSubnets({ parameters, totalCount }: Props) {
  const t = useTranslations("subnets");
  const { q, overlap, pageNumber, pageSize } = parameters;
  if (totalCount > 0) {
    const pageCount = pageCountOf(totalCount, pageSize);
    return (
      <Nothing
        of="pastEnd"
        values={{ page: pageNumber, pages: pageCount }}
        href={pages.subnets({ ...parameters, pageNumber: pageCount })}
      />
    );
  }
  if (overlap !== null) {
    return <Nothing of="noOverlap" href={pages.subnets({ ...parameters, overlap: null })} />;
  }
  if (q !== null) {
    return <Nothing of="noMatch" values={{ q }} href={pages.subnets({ ...parameters, q: null })} />;
  }
  const isScoped = SUBNET_SCOPES.some((name) => parameters[name] !== null);
  return (
    <Notice icon={Network} title={t("empty.title")} detail={t("empty.detail")}>
      {isScoped && <QuietLink href={pages.subnets()}>{t("empty.action")}</QuietLink>}
    </Notice>
  );
}

type NothingProps = {
  of: "pastEnd" | "noOverlap" | "noMatch";
  values?: Record<string, string | number>;
  href: string;
};

function Nothing({ of: reason, values, href }: NothingProps) {
  const t = useTranslations("subnets");
  return (
    <Notice
      icon={SearchX}
      title={t(`${reason}.title`, values)}
      detail={t(`${reason}.detail`, values)}
    >
      <QuietLink href={href}>{t(`${reason}.action`)}</QuietLink>
    </Notice>
  );
}

function QuietLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass("quiet")}>
      {children}
    </a>
  );
}

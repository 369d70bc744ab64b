import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/layout/breadcrumbs";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyLink } from "@/components/ui/copy-link";
import { type Section, sectionHref } from "@/lib/vpn/navigation";

type Props = {
  /** The list that it is on. */
  section: Extract<Section, "vpnConnections" | "vpnGateways" | "customerGateways">;
  /** What kind of thing the page is about. */
  kind: string;
  name: string | null;
  id: string;
  regionId: string;
  regionName: string;
  /** What it belongs to in its region, the nearest last. */
  within?: Crumb[];
  /** The page's own address, without what only this user has opened. */
  href: string;
  children?: ReactNode;
};

/** What the page is about, where it is, and the link to send of it. */
export function SubjectHeading({ section, kind, name, id, href, children, ...place }: Props) {
  const t = useTranslations("pages");
  const tSection = useTranslations("navigation");
  const { regionId, regionName, within = [] } = place;
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <Breadcrumbs
          crumbs={[
            { href: sectionHref(section, null), text: tSection(section) },
            { href: sectionHref(section, regionId), text: regionName },
            ...within,
          ]}
          here={kind}
        />
        <h1 className="mt-0.5 text-xl font-semibold tracking-tight wrap-anywhere">
          <bdi>{name || (name === null ? id : t("unnamed"))}</bdi>
        </h1>
        <p className="mt-0.5 flex items-center gap-1 text-ink-soft">
          <span className="data">{id}</span>
          <CopyButton text={id} what={id} />
        </p>
        <div className="flex flex-wrap gap-x-5">{children}</div>
      </div>
      <CopyLink href={href} />
    </header>
  );
}

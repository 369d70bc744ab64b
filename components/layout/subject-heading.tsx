import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyLink } from "@/components/ui/copy-link";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  /** What kind of thing the page is about. */
  kind: string;
  name: string | null;
  id: string;
  regionId: string;
  regionName: string;
  /** The page's own address, without what only this user has opened. */
  href: string;
  children?: ReactNode;
};

/** What the page is about, where it is, and the link to send of it. */
export function SubjectHeading({ kind, name, id, regionId, regionName, href, children }: Props) {
  const t = useTranslations("pages");
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-1 text-sm text-ink-soft">
          <Link prefetch={false} href={pages.vpnConnections(regionId)} className="link">
            {regionName}
          </Link>
          <ChevronRight aria-hidden className="size-4" />
          {kind}
        </p>
        <h1 className="mt-0.5 text-2xl font-semibold tracking-tight wrap-anywhere">
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

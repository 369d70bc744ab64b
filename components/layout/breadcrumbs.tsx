import { ChevronRight } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";

export type Crumb = { href: Route; text: string };

type Props = {
  /** From the widest to the nearest. */
  crumbs: Crumb[];
  /** What kind of thing the page itself is about. */
  here: string;
};

/** The way from the lists to a page that belongs to something. */
export function Breadcrumbs({ crumbs, here }: Props) {
  const t = useTranslations("header");
  return (
    <nav aria-label={t("breadcrumbs")} className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map(({ href, text }) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            <a href={href} className="link wrap-anywhere">
              <bdi>{text}</bdi>
            </a>
            <ChevronRight aria-hidden className="size-4 shrink-0" />
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

import { clsx } from "clsx";
import {
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { pageCountOf, pageLinks, PAGE_SIZES } from "@/lib/vpn/paging";

type Place = { pageNumber: number; pageSize: number };

type Props = Place & {
  totalCount: number;
  /** The address of another page of the same list. */
  hrefOf: (place: Place) => string;
};

const BOX = "grid h-9 min-w-9 place-items-center rounded-md px-2 text-sm tabular-nums";

/** Every page is a link of its own; what leads nowhere is not a link. */
export const Paging = memo(function Paging({ pageNumber, pageSize, totalCount, hrefOf }: Props) {
  const t = useTranslations("connections.paging");
  const pageCount = pageCountOf(totalCount, pageSize);
  const hrefOfPage = (page: number) => hrefOf({ pageNumber: page, pageSize });
  const step = (label: string, page: number, icon: LucideIcon) => (
    <Step
      label={label}
      icon={icon}
      href={page >= 1 && page <= pageCount && page !== pageNumber ? hrefOfPage(page) : null}
    />
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden">
      <nav aria-label={t("label")}>
        <ul className="flex flex-wrap items-center gap-1">
          {step(t("first"), 1, ChevronsLeft)}
          {step(t("previous"), pageNumber - 1, ChevronLeft)}
          {pageLinks(pageNumber, pageCount).map((link) =>
            link.kind === "gap" ? (
              <li key={`gap-${link.after}`} className={clsx(BOX, "text-ink-soft")}>
                <span aria-hidden>…</span>
                <span className="sr-only">{t("gap")}</span>
              </li>
            ) : (
              <li key={link.pageNumber}>
                <a
                  href={hrefOfPage(link.pageNumber)}
                  aria-label={t("page", { number: link.pageNumber })}
                  aria-current={link.pageNumber === pageNumber ? "page" : undefined}
                  className={clsx(
                    BOX,
                    link.pageNumber === pageNumber
                      ? "bg-accent font-semibold text-on-accent"
                      : "hover:bg-sunken",
                  )}
                >
                  {link.pageNumber}
                </a>
              </li>
            ),
          )}
          {step(t("next"), pageNumber + 1, ChevronRight)}
          {step(t("last"), pageCount, ChevronsRight)}
        </ul>
      </nav>
      <PageSizes pageSize={pageSize} hrefOf={hrefOf} />
    </div>
  );
});

type StepProps = {
  label: string;
  icon: LucideIcon;
  href: string | null;
};

function Step({ label, icon: Icon, href }: StepProps) {
  return (
    <li>
      {href === null ? (
        <span aria-hidden className={clsx(BOX, "text-line-strong")}>
          <Icon className="size-4" />
        </span>
      ) : (
        <a href={href} aria-label={label} className={clsx(BOX, "hover:bg-sunken")}>
          <Icon aria-hidden className="size-4" />
        </a>
      )}
    </li>
  );
}

/** A size that is not offered, but asked for in the address, is offered too. */
function PageSizes({ pageSize: current, hrefOf }: Pick<Props, "pageSize" | "hrefOf">) {
  const t = useTranslations("connections.paging");
  const sizes = [...new Set([...PAGE_SIZES, current])].toSorted((a, b) => a - b);
  return (
    <nav aria-label={t("size")} className="flex items-center gap-2 text-sm">
      <span aria-hidden className="text-ink-soft">
        {t("size")}
      </span>
      <ul className="flex gap-1">
        {sizes.map((pageSize) => (
          <li key={pageSize}>
            <a
              href={hrefOf({ pageNumber: 1, pageSize })}
              aria-label={t("sizeOption", { size: pageSize })}
              aria-current={pageSize === current ? "true" : undefined}
              className={clsx(
                BOX,
                pageSize === current
                  ? "border border-line-strong bg-surface font-semibold"
                  : "hover:bg-sunken",
              )}
            >
              {pageSize}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import { ChevronDown, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegionLinks } from "@/components/layout/region-links";
import { usePlace } from "@/components/layout/use-place";
import { useRegions } from "@/components/layout/use-regions";

/** A popover of links: opens and closes by keyboard, touch and Escape without JavaScript. */
export function RegionPicker() {
  const t = useTranslations("regions");
  const regions = useRegions();
  const { regionId: current } = usePlace();
  const name =
    current === null ? t("all") : regions?.find(({ regionId }) => regionId === current)?.localName;
  return (
    <>
      <button
        type="button"
        popoverTarget="region-menu"
        className="inline-flex min-h-9 max-w-56 lg:max-w-72 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1 text-left text-sm hover:bg-sunken print:hidden"
      >
        <MapPin aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className="sr-only">{t("label")}: </span>
        <span className="min-w-0 truncate">
          {name ?? t("choose")}
          {current !== null && name !== undefined && (
            <span className="data ml-2 text-ink-soft max-lg:hidden">{current}</span>
          )}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-soft" />
      </button>
      <nav
        popover="auto"
        id="region-menu"
        aria-label={t("label")}
        className="header-panel max-w-2xl p-2 md:left-[max(1.5rem,calc(50vw-43.5rem))]"
      >
        <RegionLinks />
      </nav>
    </>
  );
}

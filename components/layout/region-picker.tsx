"use client";

import { ChevronDown, MapPin } from "lucide-react";
import { useParams, usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ALL_REGIONS_PAGES, AllRegionsLinks } from "@/components/layout/all-regions-links";
import { RegionLinks } from "@/components/layout/region-links";
import { useRegions } from "@/components/layout/use-regions";

/** A popover of links: opens and closes by keyboard, touch and Escape without JavaScript. */
export function RegionPicker() {
  const t = useTranslations("regions");
  const regions = useRegions();
  const { regionId: current } = useParams<{ regionId?: string }>();
  const path = usePathname();
  const isOfAll = ALL_REGIONS_PAGES.some(([, href]) => href === path);
  const currentName = isOfAll
    ? t("all.label")
    : regions?.find(({ regionId }) => regionId === current)?.localName;
  return (
    <>
      <button
        type="button"
        popoverTarget="region-menu"
        className="inline-flex min-h-9 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1 text-left text-sm hover:bg-sunken print:hidden"
      >
        <MapPin aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className="sr-only">{t("label")}: </span>
        <span className="min-w-0 truncate">
          {currentName ?? t("choose")}
          {current !== undefined && currentName !== undefined && (
            <span className="data ml-2 text-ink-soft max-md:hidden">{current}</span>
          )}
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-soft" />
      </button>
      <nav
        // Made anew, and so closed, once a page has been chosen.
        key={path}
        popover="auto"
        id="region-menu"
        aria-label={t("label")}
        className="fixed inset-x-4 top-16 bottom-auto m-0 max-h-[min(32rem,calc(100vh-6rem))] w-auto max-w-2xl overflow-y-auto rounded-lg border border-line bg-surface p-2 text-ink shadow-raised md:left-[max(1.5rem,calc(50vw-43.5rem))]"
      >
        <AllRegionsLinks />
        <RegionLinks />
      </nav>
    </>
  );
}

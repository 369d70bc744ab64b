"use client";

import { useTranslations } from "next-intl";
import { closeMenu } from "@/components/layout/close-menu";
import { usePlace } from "@/components/layout/use-place";
import { useRegions } from "@/components/layout/use-regions";
import { hrefInRegion } from "@/lib/vpn/navigation";

/** The same page in all regions, and in each by its name and id. */
export function RegionLinks() {
  const t = useTranslations("regions");
  const regions = useRegions();
  const place = usePlace();
  const link = (regionId: string | null) =>
    ({
      prefetch: false,
      href: hrefInRegion(place, regionId),
      onClick: closeMenu,
      "aria-current": regionId === place.regionId ? "true" : undefined,
      className: "region-link",
    }) as const;
  return (
    <>
      <a {...link(null)}>{t("all")}</a>
      {regions === null ? (
        <p className="px-3 py-2 text-sm text-ink-soft">{t("unavailable")}</p>
      ) : (
        <ul className="mt-1 grid gap-x-1 border-t border-line pt-1 sm:grid-cols-2">
          {regions.map(({ regionId, localName }) => (
            <li key={regionId}>
              <a {...link(regionId)}>
                <span>{localName}</span>
                <span className="data text-ink-soft">{regionId}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

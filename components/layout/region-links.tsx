"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRegions } from "@/components/layout/use-regions";
import { pages } from "@/lib/vpn/hrefs";

/** Each region by name and id, as a link to its list. */
export function RegionLinks() {
  const t = useTranslations("regions");
  const regions = useRegions();
  const { regionId: current } = useParams<{ regionId?: string }>();
  if (regions === null) {
    return <p className="px-3 py-2 text-sm text-ink-soft">{t("unavailable")}</p>;
  }
  return (
    <ul className="grid gap-0.5 sm:grid-cols-2">
      {regions.map(({ regionId, localName }) => (
        <li key={regionId}>
          <Link
            prefetch={false}
            href={pages.vpnConnections(regionId)}
            aria-current={regionId === current ? "page" : undefined}
            className="flex flex-wrap items-baseline justify-between gap-x-3 rounded-md px-3 py-1.5 text-sm hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-semibold"
          >
            <span>{localName}</span>
            <span className="data text-ink-soft">{regionId}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { clsx } from "clsx";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { OverviewRegion } from "@/lib/vpn/overview";

/** The states that there are any of, each leading to these. */
export function RegionCounts({
  region: { regionId, totalCount, counts },
}: {
  region: OverviewRegion;
}) {
  const t = useTranslations("connections.verdict");
  const tAllRegions = useTranslations("allRegions");
  const format = useFormatter();
  if (totalCount === 0) return <p className="text-sm text-ink-soft">{tAllRegions("empty")}</p>;
  const present = VERDICTS_WORST_FIRST.filter((verdict) => counts[verdict] > 0);
  const counted = present.reduce((sum, verdict) => sum + counts[verdict], 0);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {present.map((verdict) => {
        const { icon: Icon, ink } = LOOKS[verdict];
        return (
          <li key={verdict}>
            <Link
              prefetch={false}
              href={pages.vpnConnections(regionId, { status: [verdict] })}
              className={clsx(
                "inline-flex items-center gap-1 hover:underline",
                verdict === "up" ? "text-ink-soft" : [ink, "font-medium"],
              )}
            >
              <Icon aria-hidden className={clsx("size-4", ink)} />
              <span className="tabular-nums">{format.number(counts[verdict])}</span> {t(verdict)}
            </Link>
          </li>
        );
      })}
      {totalCount !== null && totalCount > counted && (
        <li className="text-ink-soft">
          {tAllRegions("unreadable", { count: totalCount - counted })}
        </li>
      )}
    </ul>
  );
}

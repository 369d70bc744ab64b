import Link from "next/link";
import { useFormatter } from "next-intl";
import { CountsBar } from "@/components/overview/counts-bar";
import { RegionCounts } from "@/components/overview/region-counts";
import { RegionStateText } from "@/components/overview/region-state-text";
import { pages } from "@/lib/vpn/hrefs";
import type { OverviewRegion } from "@/lib/vpn/overview";

type Props = { region: OverviewRegion; onRetried: () => void };

/** A region: how many connections are in which state, and how far this can be trusted. */
export function RegionCard({ region, onRetried }: Props) {
  const format = useFormatter();
  const { regionId, localName, totalCount, counts } = region;
  return (
    <article
      aria-label={localName}
      className="flex h-full min-h-24 flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0">
          <Link
            prefetch={false}
            href={pages.vpnConnections(regionId)}
            className="font-semibold wrap-anywhere hover:underline"
          >
            {localName}
          </Link>
          {localName !== regionId && (
            <span className="data ml-2 font-normal text-ink-soft">{regionId}</span>
          )}
        </h3>
        {totalCount !== null && (
          <span className="font-semibold tabular-nums">{format.number(totalCount)}</span>
        )}
      </div>
      {totalCount !== null && (
        <>
          <CountsBar counts={counts} />
          <RegionCounts region={region} />
        </>
      )}
      <RegionStateText region={region} onRetried={onRetried} />
    </article>
  );
}

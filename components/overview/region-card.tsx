import { CountsBar } from "@/components/overview/counts-bar";
import { RegionCounts } from "@/components/overview/region-counts";
import { RegionStateText } from "@/components/overview/region-state-text";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import type { OverviewRegion } from "@/lib/vpn/overview";

type Props = {
  region: OverviewRegion;
  onRetried: () => void;
  numberText: (value: number) => string;
  t: ConnectionWords;
};

/** A region: how many connections are in which state, and how far this can be trusted. */
export function RegionCard({ region, onRetried, numberText, t }: Props) {
  const { regionId, localName, totalCount, counts } = region;
  return (
    <article aria-label={localName} className="region-card">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0">
          <a
            href={pages.vpnConnections(regionId)}
            className="font-semibold wrap-anywhere hover:underline"
          >
            {localName}
          </a>
          {localName !== regionId && (
            <span className="data ml-2 font-normal text-ink-soft">{regionId}</span>
          )}
        </h3>
        {totalCount !== null && (
          <span className="font-semibold tabular-nums">{numberText(totalCount)}</span>
        )}
      </div>
      {totalCount !== null && (
        <>
          <CountsBar counts={counts} />
          <RegionCounts region={region} numberText={numberText} t={t} />
        </>
      )}
      <RegionStateText region={region} onRetried={onRetried} />
    </article>
  );
}

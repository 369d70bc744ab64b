import { SpriteIcon } from "@/components/ui/sprite-icon";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { OverviewRegion } from "@/lib/vpn/overview";
import { useTranslations } from "next-intl";

type Props = {
  region: OverviewRegion;
  numberText: (value: number) => string;
  t: ConnectionWords;
};

/** The states that there are any of, each leading to these. */
export function RegionCounts({ region: { regionId, totalCount, counts }, numberText, t }: Props) {
  if (totalCount === 0) return <NoConnections />;
  const present = VERDICTS_WORST_FIRST.filter((verdict) => counts[verdict] > 0);
  const counted = present.reduce((sum, verdict) => sum + counts[verdict], 0);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {present.map((verdict) => {
        const { sprite, ink } = LOOKS[verdict];
        return (
          <li key={verdict}>
            <a
              href={pages.vpnConnections(regionId, { status: [verdict] })}
              className={`region-count ${verdict === "up" ? "text-ink-soft" : `${ink} font-medium`}`}
            >
              <SpriteIcon name={sprite} className={`size-4 ${ink}`} />
              <span className="tabular-nums">{numberText(counts[verdict])}</span>{" "}
              {t(`verdict.${verdict}`)}
            </a>
          </li>
        );
      })}
      {totalCount !== null && totalCount > counted && <Unreadable count={totalCount - counted} />}
    </ul>
  );
}

function NoConnections() {
  const t = useTranslations("allRegions");
  return <p className="text-sm text-ink-soft">{t("empty")}</p>;
}

function Unreadable({ count }: { count: number }) {
  const t = useTranslations("allRegions");
  return <li className="text-ink-soft">{t("unreadable", { count })}</li>;
}

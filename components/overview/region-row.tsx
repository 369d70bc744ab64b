import { useTranslations } from "next-intl";
import { RegionStateText } from "@/components/overview/region-state-text";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import type { OverviewRegion } from "@/lib/vpn/overview";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Verdict } from "@/lib/vpn/types";

type Props = {
  region: OverviewRegion;
  onRetried: () => void;
  numberText: (value: number) => string;
  t: ConnectionWords;
};

/** A region: how many connections are in which state, each number leading to these, and how far it can be trusted. */
export function RegionRow({ region, onRetried, numberText, t }: Props) {
  const { regionId, localName, totalCount, counts } = region;
  const counted = VERDICTS_WORST_FIRST.reduce((sum, verdict) => sum + counts[verdict], 0);
  const unreadable = (totalCount ?? 0) - counted;
  const numberOf = (verdict: Verdict) => {
    const count = counts[verdict];
    if (totalCount === null) return "–";
    if (count === 0) return "0";
    const number = numberText(count);
    return (
      <a
        href={pages.vpnConnections(regionId, { status: [verdict] })}
        aria-label={`${number} ${t(`verdict.${verdict}`)}`}
        className={verdict === "up" ? undefined : LOOKS[verdict].ink}
      >
        {number}
      </a>
    );
  };
  return (
    <tr>
      <th scope="row">
        <a href={pages.vpnConnections(regionId)}>{localName}</a>
        {localName !== regionId && <span className="data">{regionId}</span>}
        {unreadable > 0 && <Unreadable count={unreadable} />}
        <RegionStateText region={region} onRetried={onRetried} />
      </th>
      {VERDICTS_WORST_FIRST.map((verdict) => (
        <td key={verdict}>{numberOf(verdict)}</td>
      ))}
      <td>{totalCount === null ? "–" : numberText(totalCount)}</td>
    </tr>
  );
}

function Unreadable({ count }: { count: number }) {
  const t = useTranslations("allRegions");
  return <p className="text-ink-soft">{t("unreadable", { count })}</p>;
}

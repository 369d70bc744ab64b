import { useFormatter, useTranslations } from "next-intl";
import { RegionRow } from "@/components/overview/region-row";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { OverviewRegion } from "@/lib/vpn/overview";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";

type Props = { regions: OverviewRegion[]; labelledBy: string; onRetried: () => void };

/** In the API's order, so that nothing jumps while regions come in; one number below the other. */
export function RegionTable({ regions, labelledBy, onRetried }: Props) {
  const t = useTranslations("allRegions.table");
  const words = useConnectionWords();
  const format = useFormatter();
  const numberText = (value: number) => format.number(value);
  return (
    <table aria-labelledby={labelledBy} className="region-table">
      <thead>
        <tr>
          <th scope="col">{t("region")}</th>
          {VERDICTS_WORST_FIRST.map((verdict) => (
            <th key={verdict} scope="col" className={LOOKS[verdict].ink}>
              {words(`verdict.${verdict}`)}
            </th>
          ))}
          <th scope="col">{t("all")}</th>
        </tr>
      </thead>
      <tbody>
        {regions.map((region) => (
          <RegionRow
            key={region.regionId}
            region={region}
            onRetried={onRetried}
            numberText={numberText}
            t={words}
          />
        ))}
      </tbody>
    </table>
  );
}

import { useFormatter } from "next-intl";
import { RegionCard } from "@/components/overview/region-card";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { OverviewRegion } from "@/lib/vpn/overview";

type Props = { regions: OverviewRegion[]; onRetried: () => void };

/** In the API's order, so that nothing jumps while regions come in. */
export function RegionCards({ regions, onRetried }: Props) {
  const t = useConnectionWords();
  const format = useFormatter();
  const numberText = (value: number) => format.number(value);
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {regions.map((region) => (
        <li key={region.regionId}>
          <RegionCard region={region} onRetried={onRetried} numberText={numberText} t={t} />
        </li>
      ))}
    </ul>
  );
}

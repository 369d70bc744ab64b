import { RegionCard } from "@/components/overview/region-card";
import type { OverviewRegion } from "@/lib/vpn/overview";

type Props = { regions: OverviewRegion[]; onRetried: () => void };

/** In the API's order, so that nothing jumps while regions come in. */
export function RegionCards({ regions, onRetried }: Props) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {regions.map((region) => (
        <li key={region.regionId}>
          <RegionCard region={region} onRetried={onRetried} />
        </li>
      ))}
    </ul>
  );
}

import { CircleDashed, GitMerge, Layers, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { FilterPill } from "@/components/ui/filter-pill";
import { pages } from "@/lib/vpn/hrefs";
import {
  OVERLAP_FILTERS,
  type OverlapFilter as Filter,
  type SubnetList,
  type SubnetParameters,
} from "@/lib/vpn/subnet-list";

const ICONS: Record<Filter, LucideIcon> = {
  any: Layers,
  same_gateway: TriangleAlert,
  remote_remote: GitMerge,
  remote_local: CircleDashed,
};

type Props = { parameters: SubnetParameters; counts: SubnetList["counts"] };

/** How many networks meet others, each way a link that shows only these. */
export function OverlapFilter({ parameters, counts }: Props) {
  const t = useTranslations("subnets.overlap");
  if (counts.any === 0 && parameters.overlap === null) return null;
  return (
    <nav aria-label={t("label")} className="mb-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {OVERLAP_FILTERS.map((filter) => {
          const isOn = parameters.overlap === filter;
          const isBad = filter === "same_gateway" && counts.same_gateway > 0;
          return (
            <FilterPill
              key={filter}
              icon={ICONS[filter]}
              ink={isBad ? "text-degraded" : "text-ink"}
              box={isBad ? "border-degraded/35 bg-degraded-wash" : "border-line-strong bg-sunken"}
              isOn={isOn}
              count={counts[filter]}
              href={pages.subnets({ ...parameters, pageNumber: 1, overlap: isOn ? null : filter })}
            >
              {t(`filter.${filter}`)}
            </FilterPill>
          );
        })}
      </ul>
      <p className="mt-2 max-w-[90ch] text-sm text-ink-soft">{t("explain")}</p>
    </nav>
  );
}

import { useTranslations } from "next-intl";
import { memo } from "react";
import { FilterPill } from "@/components/ui/filter-pill";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

type Props = {
  scope: ListScope;
  parameters: ListLinkParameters;
  /** Null while they are not known: the filters are there all the same. */
  counts: Counts | null;
};

/** How many are in each state, each a link that asks for these; a second press takes it back. */
export const StatusFilter = memo(function StatusFilter({ scope, parameters, counts }: Props) {
  const t = useTranslations("connections");
  const { status } = parameters;
  return (
    <nav aria-label={t("list.byStatus")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {VERDICTS_WORST_FIRST.map((verdict) => {
          const { icon, ink, box } = LOOKS[verdict];
          const isOn = status.includes(verdict);
          // The counts follow the filter, so of what it leaves out they do not speak.
          const count = status.length === 0 || isOn ? counts?.[verdict] : undefined;
          const others = status.filter((one) => one !== verdict);
          return (
            <FilterPill
              key={verdict}
              icon={icon}
              ink={ink}
              box={box}
              isOn={isOn}
              count={count}
              href={pages.list(scope, {
                ...parameters,
                pageNumber: 1,
                status: isOn ? others : [...others, verdict],
              })}
            >
              {t(`verdict.${verdict}`)}
            </FilterPill>
          );
        })}
      </ul>
    </nav>
  );
});

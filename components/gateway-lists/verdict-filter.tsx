import { useTranslations } from "next-intl";
import { FilterPill } from "@/components/ui/filter-pill";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

type Props = {
  status: GatewayParameters["status"];
  /** How many gateways have a connection of each. */
  counts: Counts;
  hrefOf: (more: Partial<GatewayParameters>) => string;
};

/** How many gateways have connections in each state, each a link that asks for these; a second press takes it back. */
export function VerdictFilter({ status, counts, hrefOf }: Props) {
  const t = useTranslations("connections");
  const tLists = useTranslations("gatewayLists");
  return (
    <nav aria-label={tLists("byVerdict")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {VERDICTS_WORST_FIRST.map((verdict) => {
          const { icon, ink, box } = LOOKS[verdict];
          const isOn = status.includes(verdict);
          const others = status.filter((one) => one !== verdict);
          return (
            <FilterPill
              key={verdict}
              {...{ icon, ink, box, isOn }}
              count={counts[verdict]}
              href={hrefOf({ pageNumber: 1, status: isOn ? others : [...others, verdict] })}
            >
              {t(`verdict.${verdict}`)}
            </FilterPill>
          );
        })}
      </ul>
    </nav>
  );
}

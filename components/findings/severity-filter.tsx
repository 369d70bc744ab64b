import { useTranslations } from "next-intl";
import { SEVERITY_LOOKS } from "@/components/findings/severity-looks";
import { FilterPill } from "@/components/ui/filter-pill";
import { SEVERITIES } from "@/lib/vpn/findings/finding";
import type { FindingCounts } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = { parameters: FindingPageParameters; counts: FindingCounts };

/** How many there are of each severity, each a link that asks for these; on paper they are numbers. */
export function SeverityFilter({ parameters, counts }: Props) {
  const t = useTranslations("findings");
  const { severity: asked } = parameters;
  const shown = SEVERITIES.filter((one) => counts[one] > 0 || asked.includes(one));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t("bySeverity")} className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {shown.map((severity) => {
          const isOn = asked.includes(severity);
          const others = asked.filter((one) => one !== severity);
          return (
            <FilterPill
              key={severity}
              {...SEVERITY_LOOKS[severity]}
              isOn={isOn}
              count={counts[severity]}
              href={pages.findings({
                ...parameters,
                pageNumber: 1,
                severity: isOn ? others : [...others, severity],
              })}
            >
              {t(`severity.${severity}`)}
            </FilterPill>
          );
        })}
      </ul>
    </nav>
  );
}

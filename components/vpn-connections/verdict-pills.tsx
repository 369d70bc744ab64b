import { useTranslations } from "next-intl";
import { FilterPill } from "@/components/ui/filter-pill";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Verdict } from "@/lib/vpn/types";

type Props<Status> = {
  label: string;
  /** What the numbers count, where it is not the rows. */
  words?: string;
  /** What is asked for. */
  status: readonly Status[];
  /** Undefined where it is not known: the filters are there all the same. */
  countOf: (verdict: Verdict) => number | undefined;
  hrefOf: (status: (Status | Verdict)[]) => string;
};

/** Verdicts to filter by, each a link that asks for them too; a second press takes it back. */
export function VerdictPills<Status extends string>(props: Props<Status>) {
  const { label, words, status, countOf, hrefOf } = props;
  const t = useTranslations("connections.verdict");
  return (
    <nav aria-label={label} className="min-[90rem]:shrink-0 print:hidden">
      {/* Where the list's bar is one line, the search gives way: a second line would push the rows down. */}
      <ul className="flex flex-wrap items-center gap-2 min-[90rem]:flex-nowrap">
        {/* Two short lines leave the search its room. */}
        {words !== undefined && <li className="max-w-18 text-xs/4 text-ink-soft">{words}</li>}
        {VERDICTS_WORST_FIRST.map((verdict) => {
          const { icon, ink, box } = LOOKS[verdict];
          const isOn = status.some((one) => one === verdict);
          const others = status.filter((one) => one !== verdict);
          return (
            <FilterPill
              key={verdict}
              {...{ icon, ink, box, isOn }}
              count={countOf(verdict)}
              href={hrefOf(isOn ? others : [...others, verdict])}
            >
              {t(verdict)}
            </FilterPill>
          );
        })}
      </ul>
    </nav>
  );
}

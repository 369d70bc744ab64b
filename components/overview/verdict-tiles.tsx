import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

/** How many are in each state, anywhere; each number leads to exactly these. */
export function VerdictTiles({ counts }: { counts: Counts }) {
  const t = useTranslations("connections");
  const format = useFormatter();
  return (
    <nav aria-label={t("list.byStatus")} className="mb-8">
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {VERDICTS_WORST_FIRST.map((verdict) => {
          const { icon: Icon, ink, box } = LOOKS[verdict];
          const isNone = counts[verdict] === 0;
          return (
            <li key={verdict}>
              <a
                href={pages.vpnConnections(null, { status: [verdict] })}
                className={clsx(
                  "flex items-center gap-3 rounded-lg border px-4 py-3 hover:shadow-raised md:px-5 md:py-4",
                  isNone ? "border-line bg-surface text-ink-soft" : [box, ink],
                )}
              >
                <Icon aria-hidden className="size-7 shrink-0 max-sm:size-6" />
                <span>
                  <span className="block text-2xl/8 font-semibold tabular-nums md:text-3xl/9">
                    {format.number(counts[verdict])}
                  </span>
                  <span className="block text-sm font-medium">{t(`verdict.${verdict}`)}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

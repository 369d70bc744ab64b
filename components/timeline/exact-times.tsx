import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partsOf } from "@/components/timeline/connection-strips";
import { IntervalTable } from "@/components/timeline/interval-table";
import type { History } from "@/lib/vpn/history";
import { withReasons } from "@/lib/vpn/no-data";

/** Everything that is drawn, as tables. */
export function ExactTimes({ history }: { history: History }) {
  const t = useTranslations("history");
  const { gaps, to } = history;
  return (
    <Fold summary={t("exactTimes")}>
      {partsOf(history).map(({ tunnel, intervals }) => (
        <IntervalTable
          key={tunnel}
          name={tunnel === null ? t("table.connection") : t("table.tunnel", { number: tunnel })}
          intervals={withReasons(intervals, gaps, history, to)}
          to={to}
        />
      ))}
    </Fold>
  );
}

/** Native, so that it opens by keyboard and without JavaScript; on paper it is open. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="print-open group">
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1 text-sm font-medium text-accent print:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  );
}

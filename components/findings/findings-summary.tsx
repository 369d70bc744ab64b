import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { FindingsRefresh } from "@/components/findings/findings-refresh";
import { SEVERITY_LOOKS } from "@/components/findings/severity-looks";
import { SEVERITIES } from "@/lib/vpn/findings/finding";
import type { FindingList } from "@/lib/vpn/findings/list";
import { summaryOf } from "@/lib/vpn/findings/summary";
import { pages } from "@/lib/vpn/hrefs";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";

/** How many findings there are of each severity, each a link to these. What is not known in time is left out. */
export function FindingsSummary({ first }: { first: InitialData<FindingList> }) {
  const t = useTranslations("findings");
  const format = useFormatter();
  const list = answerOf(first);
  if (list === null) return null;
  const { counts } = list;
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <section aria-labelledby="findings" className="mb-10">
      <FindingsRefresh parameters={{}} summary={summaryOf(list)} />
      <h2 id="findings" className="mb-3 text-lg font-semibold">
        {t("onOverview.title")}
      </h2>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3">
        {shown.length === 0 ? (
          <p className="text-ink-soft">{t("onOverview.none")}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {shown.map((severity) => {
              const { icon: Icon, ink } = SEVERITY_LOOKS[severity];
              return (
                <li key={severity}>
                  <a
                    href={pages.findings({ severity: [severity] })}
                    className={clsx("inline-flex items-center gap-1.5 hover:underline", ink)}
                  >
                    <Icon aria-hidden className="size-4" />
                    <span className="font-semibold tabular-nums">
                      {format.number(counts[severity])}
                    </span>{" "}
                    {t(`severity.${severity}`)}
                  </a>
                </li>
              );
            })}
          </ul>
        )}
        <a href={pages.findings()} className="link text-sm sm:ml-auto">
          {t("onOverview.all")}
        </a>
      </div>
    </section>
  );
}

import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { SEVERITY_LOOKS } from "@/components/findings/severity-looks";
import type { RuleCount } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  rules: RuleCount[];
  /** What the links keep of the question. */
  parameters: Partial<FindingPageParameters>;
};

/** Every rule that has found something, worst first, with how often; each leads to these. */
export function RuleIndex({ rules, parameters }: Props) {
  const t = useTranslations("findings");
  const format = useFormatter();
  return (
    <nav aria-label={t("byRule")}>
      <ul className="columns-1 gap-x-8 sm:columns-2 xl:columns-3 print:columns-2">
        {rules.map(({ rule, severity, title, count }) => {
          const { icon: Icon, ink } = SEVERITY_LOOKS[severity];
          return (
            <li key={`${severity} ${rule}`} className="break-inside-avoid">
              <a
                href={pages.findings({
                  ...parameters,
                  pageNumber: 1,
                  rule: [rule],
                  severity: [severity],
                })}
                className="group flex items-start gap-2 rounded-md py-1 text-sm/6"
              >
                <Icon aria-hidden className={clsx("mt-1 size-4 shrink-0", ink)} />
                <span className="sr-only">{t(`severity.${severity}`)}: </span>
                <span className="min-w-0 flex-1 wrap-anywhere group-hover:underline">{title}</span>
                <span className="font-semibold tabular-nums">{format.number(count)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

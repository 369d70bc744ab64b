import { clsx } from "clsx";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

type Props = {
  scope: ListScope;
  parameters: ListParameters;
  /** Null while they are not known: the filters are there all the same. */
  counts: Counts | null;
};

/** How many are in each state, each a link that asks for these; a second press takes it back. */
export const StatusFilter = memo(function StatusFilter({ scope, parameters, counts }: Props) {
  const t = useTranslations("connections");
  const format = useFormatter();
  const { status } = parameters;
  return (
    <nav aria-label={t("list.byStatus")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {VERDICTS_WORST_FIRST.map((verdict) => {
          const { icon: Icon, ink, box } = LOOKS[verdict];
          const isOn = status.includes(verdict);
          // The counts follow the filter, so of what it leaves out they do not speak.
          const count = status.length === 0 || isOn ? counts?.[verdict] : undefined;
          const others = status.filter((one) => one !== verdict);
          return (
            <li key={verdict}>
              <Link
                prefetch={false}
                href={pages.list(scope, {
                  ...parameters,
                  pageNumber: 1,
                  status: isOn ? others : [...others, verdict],
                })}
                aria-current={isOn ? "true" : undefined}
                className={clsx(
                  "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm",
                  isOn
                    ? [box, ink, "font-semibold"]
                    : "border-line-strong bg-surface hover:bg-sunken",
                )}
              >
                <Icon aria-hidden className={clsx("size-4", ink)} />
                {t(`verdict.${verdict}`)}
                {/* Its room is kept, so that nothing moves when the counts arrive. */}
                <span className="min-w-5 font-semibold tabular-nums">
                  {count !== undefined && format.number(count)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
});

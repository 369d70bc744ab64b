import { useTranslations } from "next-intl";
import { IntervalTitle } from "@/components/timeline/interval-title";
import type { HistoryEvent } from "@/lib/vpn/events";
import { percent, type Span } from "@/lib/vpn/timeline";

type Props = { changes: HistoryEvent[]; span: Span };

/** When the configuration was changed. */
export function ChangeMarks({ changes, span }: Props) {
  const t = useTranslations("history");
  return (
    <svg
      role="img"
      aria-label={t("changesDrawn", { count: changes.length })}
      height="16"
      className="block w-full overflow-visible"
    >
      <line x1="0" x2="100%" y1="8" y2="8" className="stroke-line" />
      {changes.map(({ id, at, tunnel }) => (
        <svg key={id} x={percent(at, span)} y="8" overflow="visible">
          <path d="M0 -6L6 0L0 6L-6 0Z" className="fill-accent stroke-surface">
            <IntervalTitle
              words={t("event.config_changed", { tunnel: tunnel ?? 0 })}
              from={at}
              to={at}
            />
          </path>
        </svg>
      ))}
    </svg>
  );
}

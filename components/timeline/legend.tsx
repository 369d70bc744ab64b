import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { fillOf } from "@/components/timeline/patterns";
import type { State } from "@/lib/vpn/history";

/** In the order in which they are good. */
export const STATES = ["up", "degraded", "down", "unknown", "no_data"] as const;

type Props = {
  /** What there is to say of a state beside its name. */
  of?: (state: State) => ReactNode;
};

/** What the fills of the strips mean, in words. */
export function Legend({ of }: Props) {
  const t = useTranslations("history");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {STATES.map((state) => (
        <li key={state} className="flex items-start gap-2">
          <Swatch state={state} />
          <span>
            <span className="text-ink-soft">{t(`state.${state}`)}</span>
            {of !== undefined && <span className="block tabular-nums">{of(state)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ state }: { state: State }) {
  return (
    <svg aria-hidden width="16" height="16" className="mt-1 shrink-0">
      <rect x="0.5" y="0.5" width="15" height="15" {...fillOf(state)} />
    </svg>
  );
}

import { clsx } from "clsx";
import { useFormatter } from "next-intl";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { useConnectionWords } from "@/components/vpn-connections/words";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

/** How many are in each state; a state that nothing is in has no colour. */
export function WallCounts({ counts }: { counts: Counts }) {
  const t = useConnectionWords();
  const format = useFormatter();
  return (
    <ul className="grid grid-cols-2 gap-3 landscape:grid-cols-4">
      {VERDICTS_WORST_FIRST.map((verdict) => {
        const { icon: Icon, ink, box } = LOOKS[verdict];
        return (
          <li
            key={verdict}
            className={clsx(
              "flex items-center gap-3 rounded-lg border p-3",
              counts[verdict] === 0 ? "border-line bg-surface text-ink-soft" : [box, ink],
            )}
          >
            <Icon aria-hidden className="size-10 shrink-0" />
            <p>
              <span className="block text-5xl/none font-semibold tabular-nums">
                {format.number(counts[verdict])}
              </span>{" "}
              <span className="block text-xl/6 font-medium">{t(`verdict.${verdict}`)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

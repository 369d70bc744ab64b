import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { Counts, Verdict } from "@/lib/vpn/types";

const FILLS: Record<Verdict, string> = {
  down: "fill-down",
  degraded: "fill-degraded",
  unknown: "fill-unknown",
  up: "fill-up/45",
};

/** Of a hundred: what is rare and bad must still be seen. */
const LEAST = 3;

/** The counts as a bar; the numbers beside it say the same. */
export function CountsBar({ counts }: { counts: Counts }) {
  const present = VERDICTS_WORST_FIRST.filter((verdict) => counts[verdict] > 0);
  const total = present.reduce((sum, verdict) => sum + counts[verdict], 0);
  const widths = present.map((verdict) => Math.max(LEAST, (100 * counts[verdict]) / total));
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0);
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2 w-full overflow-hidden rounded-full bg-sunken"
    >
      {present.map((verdict, index) => {
        const before = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        const width = (widths[index] ?? 0) * scale;
        return (
          <rect
            key={verdict}
            x={before * scale}
            // A gap between neighbours tells them apart without their colours.
            width={Math.max(0, width - (index < present.length - 1 ? 0.6 : 0))}
            height="8"
            className={FILLS[verdict]}
          />
        );
      })}
    </svg>
  );
}

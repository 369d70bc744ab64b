import { IntervalTitle } from "@/components/timeline/interval-title";
import { fillOf } from "@/components/timeline/patterns";
import { useIntervalWords } from "@/components/timeline/use-interval-words";
import { mergeIntervals } from "@/lib/vpn/merge-intervals";
import type { ReasonedInterval } from "@/lib/vpn/no-data";
import { percent, type Span } from "@/lib/vpn/timeline";

/** Two pixels each where there is much room, and hardly less than one in a narrow window. */
const PLACES = 480;
/** Outages stand out above and below what is drawn beside them. */
const TALL = { y: 1, height: 30 } as const;
const LOW = { y: 6, height: 20 } as const;

type Props = {
  intervals: ReasonedInterval[];
  span: Span;
  /** What it shows, in words. */
  label: string;
};

/** States over time, drawn to scale; each part tells its exact times when it is pointed at. */
export function Strip({ intervals, span, label }: Props) {
  const words = useIntervalWords();
  return (
    <svg role="img" aria-label={label} height="32" className="block w-full">
      {mergeIntervals(intervals, span, PLACES).map((part) => (
        <rect
          key={part.from}
          x={percent(part.from, span)}
          width={percent(span.from + part.to - part.from, span)}
          {...(part.state === "down" ? TALL : LOW)}
          {...fillOf(part.state)}
        >
          <IntervalTitle words={words(part)} from={part.from} to={part.isOpen ? null : part.to} />
        </rect>
      ))}
    </svg>
  );
}

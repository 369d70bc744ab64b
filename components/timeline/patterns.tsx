import { clsx } from "clsx";
import type { State } from "@/lib/vpn/history";

/** Colour is never alone: each state but "up" has lines or dots of its own. */
const FILLS: Record<State, { fill?: string; className?: string }> = {
  up: { className: "fill-up/60" },
  degraded: { fill: "url(#timeline-degraded)", className: "stroke-degraded" },
  down: { fill: "url(#timeline-down)", className: "stroke-down" },
  unknown: { fill: "url(#timeline-unknown)" },
  no_data: { fill: "url(#timeline-no-data)" },
};

export const fillOf = (state: State) => FILLS[state];

/** What the fills of a page's timelines refer to; stands once on each page that has any. */
export function TimelinePatterns() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <Pattern id="timeline-degraded" back="fill-degraded/45" line="stroke-degraded" />
      <Pattern id="timeline-down" back="fill-down" line="stroke-surface/45" />
      <Pattern id="timeline-no-data" back="fill-sunken" line="stroke-ink-soft/55" />
      <pattern id="timeline-unknown" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-unknown/30" />
        <circle cx="3" cy="3" r="1.4" className="fill-unknown" />
      </pattern>
    </svg>
  );
}

type PatternProps = { id: string; back: string; line: string };

function Pattern({ id, back, line }: PatternProps) {
  // Leaning one way or the other, so that the three are told apart in grey, too.
  const lean = id === "timeline-down" ? 45 : -45;
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${lean})`}
    >
      <rect width="6" height="6" className={back} />
      <line x1="3" x2="3" y1="0" y2="6" className={clsx(line, "[stroke-width:1.5]")} />
    </pattern>
  );
}

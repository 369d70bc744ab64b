"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { axisTicks } from "@/lib/vpn/axis-ticks";
import type { Span } from "@/lib/vpn/timeline";

/** How near to an end, as a part of the whole, a label may be before it would run over it. */
const EDGE = 0.02;

/** In UTC in the server's HTML, in the user's zone afterwards. */
export function TimeAxis({ from, to }: Span) {
  const zone = useHydrated() ? "local" : "utc";
  return (
    <svg
      aria-hidden
      height="22"
      className="block w-full overflow-visible fill-ink-soft text-[0.6875rem]"
    >
      {axisTicks({ from, to }, zone).map(({ at, label }) => {
        const place = (at - from) / (to - from);
        const x = `${Math.round(place * 100_000) / 1000}%`;
        const anchor = place < EDGE ? "start" : place > 1 - EDGE ? "end" : "middle";
        return (
          <g key={at}>
            <line x1={x} x2={x} y1="0" y2="5" className="stroke-line-strong" />
            <text x={x} y="18" textAnchor={anchor} className="tabular-nums">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Which zone the axis is in. */
export function AxisZone({ localWords }: { localWords: string }) {
  return useHydrated() ? localWords : "UTC";
}

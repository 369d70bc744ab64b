"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { axisTicks } from "@/lib/vpn/axis-ticks";
import { percent, type Span } from "@/lib/vpn/timeline";

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
        const x = percent(at, { from, to });
        return (
          <g key={at}>
            <line x1={x} x2={x} y1="0" y2="5" className="stroke-line-strong" />
            <text x={x} y="18" textAnchor="middle" className="tabular-nums">
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

import { clsx } from "clsx";
import type { LineState } from "@/lib/vpn/drawing";

const STROKES: Record<LineState, string> = {
  up: "stroke-up fill-up",
  down: "stroke-down fill-down [stroke-dasharray:7_6]",
  changing: "stroke-unknown fill-unknown [stroke-dasharray:1_7]",
  unknown: "stroke-unknown fill-unknown [stroke-dasharray:3_10]",
};

/** A line as long as there is room, told apart by pattern as well as by colour; a break has a cross. */
export function TunnelLine({ state }: { state: LineState }) {
  return (
    <svg
      aria-hidden
      height="14"
      className={clsx("block w-full overflow-visible", STROKES[state])}
      strokeWidth="3"
      strokeLinecap="round"
    >
      <circle cx="0" cy="7" r="3" stroke="none" />
      <circle cx="100%" cy="7" r="3" stroke="none" />
      <line x1="0" x2="100%" y1="7" y2="7" />
      {state === "down" && (
        <svg x="50%" y="7" overflow="visible" className="[stroke-dasharray:none]">
          <circle r="9" className="fill-surface" stroke="none" />
          <path d="M-5 -5L5 5M5 -5L-5 5" />
        </svg>
      )}
    </svg>
  );
}

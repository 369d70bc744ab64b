import type { State } from "@/lib/vpn/history";
import type { NoDataReason, ReasonedInterval } from "@/lib/vpn/no-data";
import type { Span } from "@/lib/vpn/timeline";

/** A part of a drawing: one interval, or several that are too short to be drawn apart. */
export type DrawnInterval = {
  state: State;
  reason: NoDataReason | null;
  from: number;
  to: number;
  /** Whether the state still lasts. */
  isOpen: boolean;
  /** How many intervals it stands for, and for how long they were in the state that is drawn. */
  count: number;
  inState: number;
};

/** What is drawn where several states share one place: an outage is never hidden. */
const WORST_FIRST: State[] = ["down", "degraded", "unknown", "no_data", "up"];

const worse = (one: State, other: State) =>
  WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;

/**
 * As many intervals as can be told apart where the span has so many places; what is shorter than a place is
 * taken together with what follows it, and the worst of them is drawn; what flaps for long is one part. Longer
 * intervals keep their bounds.
 */
export function mergeIntervals(
  intervals: ReasonedInterval[],
  span: Span,
  places: number,
): DrawnInterval[] {
  const place = (span.to - span.from) / places;
  const drawn: DrawnInterval[] = [];
  let short: DrawnInterval[] = [];

  function endShort(): void {
    const merged = merge(short);
    const last = drawn.at(-1);
    if (merged !== null && last !== undefined && areOne(last, merged)) {
      drawn.splice(-1, 1, join(last, merged));
    } else if (merged !== null) drawn.push(merged);
    short = [];
  }

  for (const { state, reason, from, to } of intervals) {
    const end = to ?? span.to;
    const inState = end - from;
    const one = { state, reason, from, to: end, isOpen: to === null, count: 1, inState };
    if (inState >= place) {
      endShort();
      drawn.push(one);
      continue;
    }
    short.push(one);
    if (end - (short[0]?.from ?? end) >= place) endShort();
  }
  endShort();
  return drawn;
}

function merge(parts: DrawnInterval[]): DrawnInterval | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const state = parts.reduce((worst, part) => worse(worst, part.state), first.state);
  const same = parts.filter((part) => part.state === state);
  return {
    state,
    reason: same[0]?.reason ?? null,
    from: first.from,
    to: last.to,
    isOpen: last.isOpen && last.state === state,
    count: parts.length,
    inState: same.reduce((sum, { inState }) => sum + inState, 0),
  };
}

/** Whether two parts flap on in the same way. */
function areOne(one: DrawnInterval, next: DrawnInterval): boolean {
  return one.state === next.state && one.count > 1 && next.count > 1;
}

function join(one: DrawnInterval, next: DrawnInterval): DrawnInterval {
  const { to, isOpen } = next;
  const [count, inState] = [one.count + next.count, one.inState + next.inState];
  return { ...one, to, isOpen, count, inState };
}

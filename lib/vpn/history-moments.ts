import { type HistoryEvent, isFindingEvent } from "@/lib/vpn/events";
import type { History, HistoryGap, Lifespan } from "@/lib/vpn/history";

/** What one read of the region has shown, or a time without data that began then. */
export type HistoryMoment = { at: number; events: HistoryEvent[]; gaps: HistoryGap[] };

type Told = Pick<History, "events" | "gaps" | "from" | "to" | keyof Lifespan>;

/**
 * Events by their time, with the times without data between them, newest first. What was not known of the
 * region before the connection was there, or after, says nothing of it.
 */
export function historyMoments(history: Told): HistoryMoment[] {
  const { events, gaps, to, firstSeenAt, deletedAt } = history;
  const from = Math.max(history.from, firstSeenAt ?? to);
  const moments = new Map<number, HistoryMoment>();
  const momentAt = (at: number) => {
    const moment = moments.get(at) ?? { at, events: [], gaps: [] };
    moments.set(at, moment);
    return moment;
  };
  for (const event of events) momentAt(event.at).events.push(event);
  // One that reaches into the range has begun before it.
  for (const gap of gaps) {
    const isOfItsTime = (gap.to ?? to) > from && gap.from < (deletedAt ?? Infinity);
    if (isOfItsTime) momentAt(Math.max(gap.from, from)).gaps.push(gap);
  }
  for (const moment of moments.values()) {
    moment.events.sort((one, other) => rank(one) - rank(other));
  }
  return [...moments.values()].toSorted((one, other) => other.at - one.at);
}

/** What may be the cause first, then the connection, then its tunnels; what was found last. */
function rank({ kind, tunnel }: HistoryEvent): number {
  if (isFindingEvent(kind)) return 1_000 + (tunnel ?? 0);
  return kind === "config_changed" ? -1 : (tunnel ?? 0);
}

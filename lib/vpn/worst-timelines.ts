import type { Availability, ConnectionTimeline } from "@/lib/vpn/history";
import { availabilityOf, type Span } from "@/lib/vpn/timeline";

export type RankedTimeline = ConnectionTimeline & { lasted: Availability };

/** The longest down first, then the longest degraded, then what is least known; else by name. */
export function worstTimelines(timelines: ConnectionTimeline[], span: Span): RankedTimeline[] {
  return timelines
    .map((timeline) => ({ ...timeline, lasted: availabilityOf(timeline.intervals, span) }))
    .toSorted(
      ({ lasted: one, ...first }, { lasted: other, ...second }) =>
        other.down - one.down ||
        other.degraded - one.degraded ||
        other.unknown + other.noData - one.unknown - one.noData ||
        first.name.localeCompare(second.name, "en") ||
        first.vpnConnectionId.localeCompare(second.vpnConnectionId, "en"),
    );
}

/** A time in which a connection was not up, though something is known of it. */
export type Outage = {
  vpnConnectionId: string;
  name: string;
  state: "down" | "degraded";
  from: number;
  to: number | null;
};

/** Every outage, newest first; of those that began at once, the longest first. */
export function outagesOf(timelines: ConnectionTimeline[]): Outage[] {
  return timelines
    .flatMap(({ vpnConnectionId, name, intervals }) =>
      intervals.flatMap(({ state, from, to }) =>
        state === "down" || state === "degraded"
          ? [{ vpnConnectionId, name, state, from, to }]
          : [],
      ),
    )
    .toSorted(
      (one, other) => other.from - one.from || (other.to ?? Infinity) - (one.to ?? Infinity),
    );
}

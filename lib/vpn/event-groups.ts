import type { HistoryEvent } from "@/lib/vpn/events";

/** What one read of a region showed of one thing: a connection goes down together with its tunnels. */
export type EventGroup = { first: HistoryEvent; events: HistoryEvent[] };

/** Neighbours of a list that are of the same thing and the same time, together. */
export function eventGroups(events: HistoryEvent[]): EventGroup[] {
  const groups: EventGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last !== undefined && isOfOne(last.first, event)) last.events.push(event);
    else groups.push({ first: event, events: [event] });
  }
  return groups;
}

function isOfOne(one: HistoryEvent, other: HistoryEvent): boolean {
  return (
    one.at === other.at &&
    one.regionId === other.regionId &&
    one.vpnConnectionId === other.vpnConnectionId
  );
}

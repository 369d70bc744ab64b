import { type HistoryEvent, isFindingEvent } from "@/lib/vpn/events";

/** What one read of a region showed of one thing: a connection goes down together with its tunnels. */
export type EventGroup = { first: HistoryEvent; events: HistoryEvent[] };

/**
 * Neighbours of a list that are of the same thing and the same time, together: states before configuration,
 * the connection before its tunnels, findings last.
 */
export function eventGroups(events: HistoryEvent[]): EventGroup[] {
  const groups: EventGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last !== undefined && isOfOne(last.first, event)) last.events.push(event);
    else groups.push({ first: event, events: [event] });
  }
  for (const { events: ofOne } of groups) ofOne.sort((one, other) => rankOf(one) - rankOf(other));
  return groups;
}

function rankOf({ kind, tunnel }: HistoryEvent): number {
  const ofKind = kind === "config_changed" ? 1 : 0;
  return (isFindingEvent(kind) ? 2 : ofKind) * 1_000 + (tunnel ?? 0);
}

function isOfOne(one: HistoryEvent, other: HistoryEvent): boolean {
  return (
    one.at === other.at &&
    one.regionId === other.regionId &&
    one.vpnConnectionId === other.vpnConnectionId &&
    one.vpnGatewayId === other.vpnGatewayId
  );
}

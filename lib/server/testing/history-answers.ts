import "server-only";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { listEvents } from "@/lib/server/history/event-list";
import { MINUTE_MS, T0 } from "@/lib/server/testing/history";
import { OPERATOR } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { HistoryEvent } from "@/lib/vpn/events";

/** Some minutes after the beginning. */
export const at = (minutes: number) => T0 + minutes * MINUTE_MS;

/** Oldest first. */
export async function events(): Promise<HistoryEvent[]> {
  const list = await listEvents(NO_EVENT_PARAMETERS, OPERATOR);
  return list.events.toReversed();
}

/** The states of a connection within 24 hours, with minutes after the beginning. */
export async function timeline(minutes: number, id = "vco-1") {
  const asked = { regionId: "region-1", vpnConnectionId: id };
  const found = await readConnectionHistory(asked, "24h", OPERATOR, at(minutes));
  return found?.connection.map(({ state, from, to }) => [
    state,
    (from - T0) / MINUTE_MS,
    to === null ? null : (to - T0) / MINUTE_MS,
  ]);
}

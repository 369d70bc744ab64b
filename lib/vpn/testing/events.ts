import type { HistoryEvent } from "@/lib/vpn/events";

/** An event with as little to it as the types allow. */
export function historyEvent(
  at: number,
  kind: HistoryEvent["kind"],
  more: Partial<HistoryEvent> = {},
): HistoryEvent {
  return {
    id: `${at}-${kind}-${more.tunnel ?? ""}`,
    at,
    regionId: "region-1",
    vpnConnectionId: "vco-1",
    vpnGatewayId: null,
    name: "office",
    kind,
    tunnel: null,
    before: null,
    after: null,
    lasted: null,
    changes: [],
    reason: null,
    ...more,
  };
}

import type { EventParameters } from "@/lib/vpn/events";

/** Events are short: more of them fit on a page than connections. */
export const DEFAULT_EVENT_PAGE_SIZE = 50;

/** The question without anything asked for. */
export const NO_EVENT_PARAMETERS: EventParameters = {
  pageNumber: 1,
  pageSize: DEFAULT_EVENT_PAGE_SIZE,
  regionId: null,
  vpnGatewayId: null,
  customerGatewayId: null,
  vpnConnectionId: null,
  kind: [],
  since: null,
  until: null,
};

/** Whether anything narrows the list, so that nothing found does not mean that nothing happened. */
export function isFilteredEvents({ kind, ...parameters }: EventParameters): boolean {
  const { regionId, vpnGatewayId, customerGatewayId, vpnConnectionId, since, until } = parameters;
  const single = [regionId, vpnGatewayId, customerGatewayId, vpnConnectionId, since, until];
  return kind.length > 0 || single.some((value) => value !== null);
}

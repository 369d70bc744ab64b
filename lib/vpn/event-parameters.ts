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

/** What the overview shows of what changed last. */
export const LATEST_EVENTS: EventParameters = { ...NO_EVENT_PARAMETERS, pageSize: 8 };

/** What narrows the list and may be given once, in the order it is shown in. */
export const SINGLE_EVENT_FILTERS = [
  "regionId",
  "vpnGatewayId",
  "customerGatewayId",
  "vpnConnectionId",
  "since",
  "until",
] as const;

/** Whether anything narrows the list, so that nothing found does not mean that nothing happened. */
export function isFilteredEvents({ kind, ...parameters }: EventParameters): boolean {
  return kind.length > 0 || SINGLE_EVENT_FILTERS.some((name) => parameters[name] !== null);
}

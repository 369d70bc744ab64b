import { queryOptions } from "@tanstack/react-query";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { ConnectionRowList } from "@/lib/vpn/connection-row";
import { summariesOf } from "@/lib/vpn/connection-summary";
import type { EventList, EventParameters } from "@/lib/vpn/events";
import { fetchJson, problemOf } from "@/lib/vpn/fetch-json";
import type { FindingList } from "@/lib/vpn/findings/list";
import type { FindingParameters } from "@/lib/vpn/findings/parameters";
import type { CustomerGatewayList, GatewayOf, VpnGatewayList } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import type { Read } from "@/lib/vpn/gateways";
import { api } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import { type ListParameters, listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Overview } from "@/lib/vpn/overview";
import type { Region, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/**
 * How often a visible page asks again: a little less often than the server forgets an answer by
 * default, so that each time brings news, and one user costs what many do.
 */
const POLL_MS = 10_500;

const SIGNED_OUT_POLL_MS = 60_000;

/** Milliseconds until the next try: never sooner than Alibaba has asked for. */
export function pauseAfter(problem: Problem | null): number {
  // Until somebody signs in again, in this tab or another.
  if (problem?.code === "sign_in_required") return SIGNED_OUT_POLL_MS;
  return Math.max(POLL_MS, (problem?.retryAfter ?? 0) * 1000);
}

/** While the server reads regions behind its answer, each may come any moment. */
const READING_POLL_MS = 1_000;

/** What may change any moment is asked for again while it is looked at. */
const POLLED = {
  staleTime: POLL_MS,
  refetchInterval: ({ state: { error } }: { state: { error: Error | null } }) =>
    pauseAfter(problemOf(error)),
  // The server has retried already, and the next poll is near.
  retry: false,
};

type OfRegions = { state: { data?: { reading?: number }; error: Error | null } };

const POLLED_REGIONS = {
  ...POLLED,
  refetchInterval: ({ state: { data, error } }: OfRegions) => {
    const isReading = (data?.reading ?? 0) > 0;
    return error === null && isReading ? READING_POLL_MS : pauseAfter(problemOf(error));
  },
};

/** Read once, and asked for again only while it is missing. */
export function regionsQuery() {
  return queryOptions({
    queryKey: ["regions"],
    queryFn: ({ signal }) => fetchJson<{ regions: Region[] }>(api.regions, signal),
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data === undefined ? POLL_MS : false),
    retry: false,
  });
}

export function overviewQuery() {
  return queryOptions({
    queryKey: ["overview"],
    queryFn: ({ signal }) => fetchJson<Overview>(api.overview, signal),
    ...POLLED_REGIONS,
  });
}

/** A region whole, for everybody: an order cannot be answered from one of its pages. */
export function wholeRegionQuery(regionId: string) {
  const first = { ...listParametersOf(NO_PARAMETERS), pageSize: 1, sort: "verdict" } as const;
  return vpnConnectionsQuery(regionId, first);
}

export function vpnConnectionQuery(regionId: string, vpnConnectionId: string) {
  return queryOptions({
    queryKey: ["vpn-connection", regionId, vpnConnectionId],
    queryFn: ({ signal }) =>
      fetchJson<Read<VpnConnection>>(api.vpnConnection(regionId, vpnConnectionId), signal),
    ...POLLED,
  });
}

/** Of every question about a region's connections, or about those of all. */
export function vpnConnectionsKey(regionId: string | null) {
  return ["vpn-connections", regionId] as const;
}

export function vpnConnectionsQuery(regionId: string | null, parameters: ListParameters) {
  return queryOptions({
    queryKey: [...vpnConnectionsKey(regionId), parameters],
    queryFn: ({ signal }) =>
      fetchJson<VpnConnectionList>(api.vpnConnections(regionId, parameters), signal),
    ...POLLED_REGIONS,
  });
}

/** The gateways of a kind, of a region or of all with null. */
export function gatewaysQuery(
  of: GatewayOf,
  regionId: string | null,
  parameters: GatewayParameters,
) {
  return queryOptions({
    queryKey: ["gateways", of, regionId, parameters],
    queryFn: ({ signal }) =>
      fetchJson<VpnGatewayList | CustomerGatewayList>(
        api.gateways(of, regionId, parameters),
        signal,
      ),
    ...POLLED_REGIONS,
  });
}

/** The same as rows, with what these columns hold. */
export function connectionRowsQuery(
  regionId: string | null,
  parameters: ListParameters,
  columns: ConnectionColumn[],
) {
  return queryOptions({
    queryKey: [...vpnConnectionsKey(regionId), parameters, columns],
    queryFn: ({ signal }) =>
      fetchJson<ConnectionRowList>(
        api.vpnConnections(regionId, { ...parameters, columns }),
        signal,
      ),
    ...POLLED_REGIONS,
  });
}

/** Of the connections of all regions no more than what says how they are. */
export function summariesQuery(parameters: ListParameters) {
  return queryOptions({
    queryKey: ["summaries", parameters],
    queryFn: async ({ signal }) => {
      const address = api.vpnConnections(null, parameters);
      return summariesOf(await fetchJson<VpnConnectionList>(address, signal));
    },
    ...POLLED_REGIONS,
  });
}

export function eventsQuery(parameters: EventParameters) {
  return queryOptions({
    queryKey: ["events", parameters],
    queryFn: ({ signal }) => fetchJson<EventList>(api.events(parameters), signal),
    ...POLLED,
  });
}

/** Whether something else is found: of the list itself as little as can be asked for. */
export function findingsQuery(parameters: Partial<FindingParameters>) {
  const asked = { ...parameters, pageNumber: 1, pageSize: 1 };
  return queryOptions({
    queryKey: ["findings", asked],
    queryFn: ({ signal }) => fetchJson<FindingList>(api.findings(asked), signal),
    ...POLLED_REGIONS,
  });
}

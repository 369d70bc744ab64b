import { queryOptions } from "@tanstack/react-query";
import { fetchJson, ProblemError } from "@/lib/vpn/fetch-json";
import { api } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import type { ListParameters } from "@/lib/vpn/search-params";
import type { Region, VpnConnectionList } from "@/lib/vpn/types";

/** How often a visible page asks again. */
const POLL_MS = 15_000;

/** Milliseconds until the next try: never sooner than Alibaba has asked for. */
export function pauseAfter(problem: Problem | null): number {
  return Math.max(POLL_MS, (problem?.retryAfter ?? 0) * 1000);
}

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

export function vpnConnectionsQuery(regionId: string, parameters: ListParameters) {
  return queryOptions({
    queryKey: ["vpn-connections", regionId, parameters],
    queryFn: ({ signal }) =>
      fetchJson<VpnConnectionList>(api.vpnConnections(regionId, parameters), signal),
    staleTime: POLL_MS,
    refetchInterval: ({ state: { error } }) =>
      pauseAfter(error instanceof ProblemError ? error.problem : null),
    // The server has retried already, and the next poll is near.
    retry: false,
  });
}

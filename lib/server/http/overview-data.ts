import "server-only";
import type { User } from "@/lib/server/auth/user";
import { initialData } from "@/lib/server/http/initial-data";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { readOverview } from "@/lib/server/inventory/overview";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { type ConnectionSummaries, summariesOf } from "@/lib/vpn/connection-summary";
import type { InitialData } from "@/lib/vpn/initial-data";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { Overview } from "@/lib/vpn/overview";

/** What a page about all regions knows when its HTML must go. */
export function firstOverview(user: User): Promise<InitialData<Overview>> {
  return initialData(readOverview(user, ALL_REGIONS_TIMEOUT_MS));
}

export function firstSummaries(
  user: User,
  parameters: ListParameters,
): Promise<InitialData<ConnectionSummaries>> {
  const reading = listAllVpnConnections(parameters, user, ALL_REGIONS_TIMEOUT_MS);
  return initialData(reading.then(summariesOf));
}

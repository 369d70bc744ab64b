import "server-only";
import { cache } from "react";
import { pageUser } from "@/lib/server/auth/page-user";
import { secondaryData } from "@/lib/server/http/initial-data";
import { firstVpnConnection } from "@/lib/server/http/page-data";
import { findConnectionHistory, unseenHistory } from "@/lib/server/inventory/connection-history";
import { getGatewayHistory } from "@/lib/server/inventory/gateway-history";
import type { GatewayHistory, History, Range } from "@/lib/vpn/history";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import type { VpnConnectionList } from "@/lib/vpn/types";

/**
 * Read after the connection, so that both tell of the same read, and given up soon: the page never waits
 * long for it. Null where nobody knows the connection.
 */
export const firstHistory = cache(
  async (regionId: string, id: string, range: Range): Promise<InitialData<History | null>> => {
    const connection = answerOf(await firstVpnConnection(regionId, id));
    const user = await pageUser();
    const found = findConnectionHistory(regionId, id, range, user);
    const history = found.then(
      (known) => known ?? (connection && unseenHistory(connection, range)),
    );
    return secondaryData(history);
  },
);

/** Likewise of the connections of a gateway; null where the connections themselves are not there yet. */
export async function firstGatewayHistory(
  regionId: string,
  first: InitialData<VpnConnectionList>,
): Promise<InitialData<GatewayHistory> | null> {
  const list = answerOf(first);
  if (list === null || list.vpnConnections.length === 0) return null;
  const history = getGatewayHistory(regionId, list.vpnConnections, await pageUser());
  return secondaryData(history);
}

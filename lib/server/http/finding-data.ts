import "server-only";
import { pageUser } from "@/lib/server/auth/page-user";
import { firstGatewayHistory } from "@/lib/server/http/history-data";
import { secondaryData } from "@/lib/server/http/initial-data";
import { firstVpnConnection } from "@/lib/server/http/page-data";
import { findingsSoFar } from "@/lib/server/inventory/findings";
import type { FindingList } from "@/lib/vpn/findings/list";
import { type FindingPageParameters, NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import type { InitialData } from "@/lib/vpn/initial-data";
import { type GatewayScope, gatewayFilterOf } from "@/lib/vpn/list-scope";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Findings that stand beside something else; a page asks for them once that has been read. */
export async function firstFindings(
  asked: Partial<FindingPageParameters>,
): Promise<InitialData<FindingList>> {
  const { by: _by, ...question } = { ...NO_FINDING_PARAMETERS, ...asked };
  return secondaryData(findingsSoFar(question, await pageUser()));
}

export async function firstFindingsOfConnection(regionId: string, vpnConnectionId: string) {
  await firstVpnConnection(regionId, vpnConnectionId);
  return firstFindings({ regionId, vpnConnectionId });
}

/** What stands beside the connections of a gateway. */
export async function besideConnections(
  scope: GatewayScope,
  connections: InitialData<VpnConnectionList>,
) {
  const [history, findings] = await Promise.all([
    firstGatewayHistory(scope.regionId, connections),
    firstFindings({ ...gatewayFilterOf(scope), pageSize: 1 }),
  ]);
  return { history, findings };
}

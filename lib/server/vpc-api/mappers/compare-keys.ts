import "server-only";
import { compareKey } from "@/lib/server/vpc-api/key-facts";
import type { VpnConnection } from "@/lib/vpn/types";

/** Tells which pre-shared keys are the id, the name or an address of what they belong to. */
export function compareKeys(connection: VpnConnection): void {
  const names = [
    connection.vpnConnectionId,
    connection.name,
    connection.vpnGatewayId,
    connection.transitRouterId,
    connection.attachInstanceId,
    connection.internetIp,
    ...connection.customerGatewayIds,
  ];
  for (const { tunnelId, internetIp, ikeConfig } of connection.tunnels) {
    const { psk, localId, remoteId } = ikeConfig;
    compareKey(psk, [...names, tunnelId, internetIp, localId, remoteId]);
  }
}

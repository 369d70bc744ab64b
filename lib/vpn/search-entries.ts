import type { MatchField } from "@/lib/vpn/search-match";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Value = string | number | null | undefined;
type Take = (field: MatchField, value: string) => void;

/** Tells everything that a connection can be found by, ids and names first. */
export function forEachSearchEntry(connection: VpnConnection, take: Take): void {
  const add = (field: MatchField, value: Value) => {
    if (value !== null && value !== undefined && value !== "") take(field, String(value));
  };
  const addAll = (field: MatchField, values: Value[]) => {
    for (const value of values) add(field, value);
  };
  add("vpnConnectionId", connection.vpnConnectionId);
  add("name", connection.name);
  add("vpnGatewayId", connection.vpnGatewayId);
  add("vpnGatewayName", connection.vpnGatewayName);
  addAll("customerGatewayId", connection.customerGatewayIds);
  addAll("customerGatewayName", connection.customerGatewayNames);
  add("transitRouter", connection.transitRouterId);
  add("transitRouter", connection.transitRouterName);
  add("attachInstanceId", connection.attachInstanceId);
  add("resourceGroupId", connection.resourceGroupId);
  add("vpcId", connection.vpcId);
  add("address", connection.internetIp);
  add("address", connection.healthCheck?.dip);
  add("address", connection.healthCheck?.sip);
  addAll("localSubnet", connection.localSubnets);
  addAll("remoteSubnet", connection.remoteSubnets);
  for (const { key, value } of connection.tags) {
    add("tag", `${key}:${value}`);
    add("tag", `${key}=${value}`);
  }
  for (const tunnel of connection.tunnels) forEachOfTunnel(tunnel, add, addAll);
}

function forEachOfTunnel(
  { tunnelId, internetIp, ikeConfig, ipsecConfig, bgpConfig }: VpnTunnel,
  add: (field: MatchField, value: Value) => void,
  addAll: (field: MatchField, values: Value[]) => void,
): void {
  add("tunnelId", tunnelId);
  add("address", internetIp);
  add("address", bgpConfig?.localBgpIp);
  add("address", bgpConfig?.peerBgpIp);
  add("address", bgpConfig?.tunnelCidr);
  add("identity", ikeConfig.localId);
  add("identity", ikeConfig.remoteId);
  add("asn", bgpConfig?.localAsn);
  add("asn", bgpConfig?.peerAsn);
  const { ikeVersion, ikeEncAlg, ikeAuthAlg, ikePfs } = ikeConfig;
  addAll("algorithm", [ikeVersion, ikeEncAlg, ikeAuthAlg, ikePfs]);
  const { ipsecEncAlg, ipsecAuthAlg, ipsecPfs } = ipsecConfig;
  addAll("algorithm", [ipsecEncAlg, ipsecAuthAlg, ipsecPfs]);
}

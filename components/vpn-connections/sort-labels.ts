import type { SortField } from "@/lib/vpn/sort-fields";

/** What can be sorted by, with the name of its words. */
export const SORT_LABELS = [
  ["name", "name"],
  ["verdict", "status"],
  ["vpnGatewayId", "vpnGateway"],
  ["customerGatewayIds", "customerGateway"],
  ["localSubnets", "localSubnets"],
  ["remoteSubnets", "remoteSubnets"],
  ["ikeVersion", "ikeVersion"],
  ["tunnelMode", "tunnelMode"],
  ["vpnConnectionId", "vpnConnectionId"],
  ["verdictSince", "since"],
  ["changesIn24Hours", "changes"],
  ["createTime", "created"],
] as const satisfies [SortField, string][];

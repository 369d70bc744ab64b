/** Apart from the sorting itself, which the browser does not need. */
export const SORT_FIELDS = [
  "name",
  "vpnConnectionId",
  "verdict",
  "vpnGatewayId",
  "customerGatewayIds",
  "localSubnets",
  "remoteSubnets",
  "ikeVersion",
  "tunnelMode",
  "verdictSince",
  "changesIn24Hours",
  "createTime",
] as const;

export type SortField = (typeof SORT_FIELDS)[number];
export type Sort = SortField | `-${SortField}`;

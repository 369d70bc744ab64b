/** What a search looks at, by the words that a row says it with. */
export type MatchField =
  | "vpnConnectionId"
  | "name"
  | "vpnGatewayId"
  | "vpnGatewayName"
  | "customerGatewayId"
  | "customerGatewayName"
  | "transitRouter"
  | "attachInstanceId"
  | "resourceGroupId"
  | "vpcId"
  | "address"
  | "localSubnet"
  | "remoteSubnet"
  | "tunnelId"
  | "identity"
  | "tag"
  | "asn"
  | "algorithm";

/** What of a connection a search has found. */
export type SearchMatch = {
  field: MatchField;
  value: string;
  /** A subnet that contains every address, and so says little. */
  isCatchAll: boolean;
};

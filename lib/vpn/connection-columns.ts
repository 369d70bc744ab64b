/** What stands in a column, which says how a cell shows it. */
export type ColumnKind =
  | "text"
  | "id"
  | "cidr"
  | "number"
  | "seconds"
  | "flag"
  | "time"
  /** Has a cell of its own. */
  | "own";

/** Every column of a list of connections, in the order of the page, and its kind. */
const COLUMNS = [
  ["verdict", "own"],
  ["name", "own"],
  ["tunnels", "own"],
  ["vpnConnectionId", "id"],
  ["regionId", "own"],
  ["vpnGatewayId", "own"],
  ["customerGatewayIds", "own"],
  ["localSubnets", "cidr"],
  ["remoteSubnets", "cidr"],
  ["ikeVersion", "text"],
  ["verdictSince", "own"],
  ["changesIn24Hours", "number"],
  ["findingCounts", "number"],
  ["tunnelMode", "text"],
  ["state", "text"],
  ["effectImmediately", "flag"],
  ["attachType", "text"],
  ["attachInstanceId", "id"],
  ["networkType", "text"],
  ["vpcId", "id"],
  ["spec", "text"],
  ["tunnelBandwidth", "text"],
  ["resourceGroupId", "id"],
  ["tags", "text"],
  ["zoneNo", "text"],
  ["internetIp", "text"],
  ["crossAccountAuthorized", "flag"],
  ["createTime", "time"],
  ["ikeMode", "text"],
  ["ikeEncAlg", "text"],
  ["ikeAuthAlg", "text"],
  ["ikePfs", "text"],
  ["ikeLifetime", "seconds"],
  ["localId", "text"],
  ["remoteId", "text"],
  ["ipsecEncAlg", "text"],
  ["ipsecAuthAlg", "text"],
  ["ipsecPfs", "text"],
  ["ipsecLifetime", "seconds"],
  ["enableDpd", "flag"],
  ["enableNatTraversal", "flag"],
  ["enableTunnelsBgp", "flag"],
  ["bgpStatus", "text"],
  ["localAsn", "number"],
  ["peerAsn", "number"],
  ["localBgpIp", "text"],
  ["peerBgpIp", "text"],
  ["tunnelCidr", "cidr"],
  ["healthCheckStatus", "text"],
] as const satisfies [string, ColumnKind][];

export type ConnectionColumn = (typeof COLUMNS)[number][0];

export const CONNECTION_COLUMNS = COLUMNS.map(([name]) => name);

const kinds = new Map<ConnectionColumn, ColumnKind>(COLUMNS);

export function kindOf(column: ConnectionColumn): ColumnKind {
  return kinds.get(column) ?? "own";
}

const EVERYWHERE: readonly ConnectionColumn[] = [
  "verdict",
  "name",
  "tunnels",
  "vpnConnectionId",
  "vpnGatewayId",
  "customerGatewayIds",
  "localSubnets",
  "remoteSubnets",
  "ikeVersion",
  "verdictSince",
  "changesIn24Hours",
];

const DEFAULTS = {
  region: EVERYWHERE,
  // Rows of several regions say which.
  allRegions: CONNECTION_COLUMNS.filter((name) => name === "regionId" || EVERYWHERE.includes(name)),
  vpnGateway: EVERYWHERE.filter((name) => name !== "vpnGatewayId"),
  customerGateway: EVERYWHERE.filter((name) => name !== "customerGatewayIds"),
} as const satisfies Record<string, readonly ConnectionColumn[]>;

/** Without a choice; of what is the same in each row of a gateway's page, nothing is said. */
export function defaultColumns(of: keyof typeof DEFAULTS): readonly ConnectionColumn[] {
  return DEFAULTS[of];
}

import type { Problem } from "@/lib/vpn/problem";
import type { SearchMatch } from "@/lib/vpn/search-match";

/** SA states documented for DescribeVpnConnections: phase 1 is IKE, phase 2 is IPsec. */
export const IPSEC_STATUSES = [
  "ike_sa_not_established",
  "ike_sa_established",
  "ipsec_sa_not_established",
  "ipsec_sa_established",
] as const;

export type IpsecStatus = (typeof IPSEC_STATUSES)[number];

export const VERDICTS = ["up", "degraded", "down", "unknown"] as const;

export type Verdict = (typeof VERDICTS)[number];

export const TUNNEL_MODES = ["single", "dual"] as const;

/** Stands where a secret was: the server tells only whether there is one. */
export type SecretPresence = { configured: boolean };

export type IkeConfig = {
  ikeVersion: string | null;
  ikeMode: string | null;
  ikeEncAlg: string | null;
  ikeAuthAlg: string | null;
  ikePfs: string | null;
  /** Seconds. */
  ikeLifetime: number | null;
  localId: string | null;
  remoteId: string | null;
  psk: SecretPresence;
};

export type IpsecConfig = {
  ipsecEncAlg: string | null;
  ipsecAuthAlg: string | null;
  ipsecPfs: string | null;
  /** Seconds. */
  ipsecLifetime: number | null;
};

/** `status` is `success`, the word `false` for a failed session, or null before the first one. */
export type BgpConfig = {
  status: string | null;
  enableBgp: boolean | null;
  localAsn: number | null;
  peerAsn: number | null;
  localBgpIp: string | null;
  peerBgpIp: string | null;
  tunnelCidr: string | null;
  authKey: SecretPresence;
};

export type HealthCheck = {
  enable: boolean | null;
  status: string | null;
  dip: string | null;
  sip: string | null;
  /** Seconds between probes. */
  interval: number | null;
  retry: number | null;
  policy: string | null;
  oddValues: OddValue[];
};

export type VpnTunnel = {
  tunnelId: string | null;
  tunnelIndex: number | null;
  role: "master" | "slave" | null;
  /** The role as the API spelled it, since it may know more of them some day. */
  rawRole: string | null;
  /** Configuration state of a tunnel of a pair; a single-tunnel connection's tunnel has none. */
  state: string | null;
  status: IpsecStatus | "unknown";
  /** The status as the API spelled it; null when it sent none. */
  rawStatus: string | null;
  internetIp: string | null;
  zoneNo: string | null;
  customerGatewayId: string | null;
  enableDpd: boolean | null;
  enableNatTraversal: boolean | null;
  ikeConfig: IkeConfig;
  ipsecConfig: IpsecConfig;
  bgpConfig: BgpConfig | null;
  /** The peer's CA certificate of an SM gateway: its presence, not its text. */
  remoteCaCertificate: SecretPresence;
  oddValues: OddValue[];
};

export type Tag = { key: string; value: string };

/** A value that was sent and means nothing, under the name of the field that is null for it. */
export type OddValue = { field: string; value: string };

export type VpnConnection = {
  regionId: string;
  vpnConnectionId: string;
  name: string;
  vpnGatewayId: string | null;
  /** The name of the VPN gateway, and its VPC; null where gateways have not been read. */
  vpnGatewayName: string | null;
  vpcId: string | null;
  transitRouterId: string | null;
  transitRouterName: string | null;
  attachType: string | null;
  attachInstanceId: string | null;
  networkType: string | null;
  /** Lifecycle of the connection (`attached`, `init`, ...), not the state of its SAs. */
  state: string | null;
  spec: string | null;
  tunnelBandwidth: string | null;
  crossAccountAuthorized: boolean | null;
  internetIp: string | null;
  zoneNo: string | null;
  resourceGroupId: string | null;
  customerGatewayIds: string[];
  /** In the order of their ids; null where gateways have not been read. */
  customerGatewayNames: (string | null)[];
  localSubnets: string[];
  remoteSubnets: string[];
  /** Epoch milliseconds. */
  createTime: number | null;
  effectImmediately: boolean | null;
  enableTunnelsBgp: boolean | null;
  tunnelMode: (typeof TUNNEL_MODES)[number];
  tunnels: VpnTunnel[];
  verdict: Verdict;
  /** Since when this server has seen it so, epoch milliseconds; null where it has not read the region whole. */
  verdictSince: number | null;
  /** False where that is only when it was first seen, or the end of a time of which nothing is known. */
  verdictSinceExact: boolean;
  /** How often its verdict has changed within 24 hours; null where that is not known. */
  changesIn24Hours: number | null;
  /** Whether its verdict changes again and again: more than 5 times within an hour. */
  flapping: boolean;
  /** How many findings it has that should not wait; null where they are not known. */
  findingCounts: FindingMark | null;
  healthCheck: HealthCheck | null;
  tags: Tag[];
  /** Its own; those of its tunnels and its health check are with these. */
  oddValues: OddValue[];
};

/** Findings of a connection that the team has not accepted, of the two worst severities. */
export type FindingMark = { critical: number; high: number };

/** A connection of a page whose body made no sense: shown with its id, never left out in silence. */
export type UnreadableConnection = {
  regionId: string;
  vpnConnectionId: string | null;
  /** Where on the wire it could not be read, e.g. `IkeConfig.IkeLifetime`. Never a value. */
  fields: string[];
};

export type Counts = Record<Verdict, number>;

export type VpnConnectionList = {
  vpnConnections: VpnConnection[];
  unreadable: UnreadableConnection[];
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** Alibaba's id of the call behind this answer; null when several calls made it. */
  requestId: string | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
  /** Null while only the asked page has been read. */
  counts: Counts | null;
  /** There while an old answer replaces one that could not be had. */
  stale?: Stale;
  /** Of a list over all regions: how far each has been read. */
  regions?: RegionState[];
  /** Of a search: what of each connection matches best, in the order of the connections. */
  matches?: (SearchMatch | null)[];
  /** Of how many regions a newer answer is on its way: asking again soon makes sense. */
  reading?: number;
};

/** Since when the answer is old (epoch milliseconds: when it was read), and why. */
export type Stale = { since: number; problem: Problem };

export type RegionState = {
  regionId: string;
  state: "loading" | "ready" | "stale" | "failed";
  /** All there are, whatever the question; null while it has not been read. */
  totalCount: number | null;
  /** Epoch milliseconds; null while it has not been read. */
  fetchedAt: number | null;
  /** Why it failed or is old; of one that is loading, what it waits for. */
  problem?: Problem;
};

export type Region = { regionId: string; localName: string };

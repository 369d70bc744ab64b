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
};

export type Tag = { key: string; value: string };

export type VpnConnection = {
  regionId: string;
  vpnConnectionId: string;
  name: string;
  vpnGatewayId: string | null;
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
  localSubnets: string[];
  remoteSubnets: string[];
  /** Epoch milliseconds. */
  createTime: number | null;
  effectImmediately: boolean | null;
  enableTunnelsBgp: boolean | null;
  tunnelMode: (typeof TUNNEL_MODES)[number];
  tunnels: VpnTunnel[];
  verdict: Verdict;
  healthCheck: HealthCheck | null;
  tags: Tag[];
};

/** A connection of a page whose body made no sense: shown with its id, never left out in silence. */
export type UnreadableConnection = {
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
};

export type Region = { regionId: string; localName: string };

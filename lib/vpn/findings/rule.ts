import type { Evidence, Finding, Reference, RuleId, Severity } from "@/lib/vpn/findings/finding";
import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { BgpConfig, SecretPresence, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** What is known of a pre-shared key after it has been dropped. */
export type KeyFacts = {
  length: "under12" | "under20" | "long";
  isTrivial: boolean;
  /** The same for equal keys, while this process runs. Never shown. */
  group: string;
};

/** Null for a key that is not there, or of which nothing is known. */
export type KeyFactsOf = (psk: SecretPresence) => KeyFacts | null;

/** What a rule has against a connection or one of its tunnels. */
export type RuleFinding = {
  severity: Severity;
  evidence: readonly Evidence[];
  values?: Finding["values"];
};

/** Words of a tunnel as they are compared; null where there is none. */
type TunnelWords = {
  ikeVersion: string | null;
  /** Null for IKEv2 as well, which has no modes. */
  ikeMode: string | null;
  ikeEncAlg: string | null;
  ikeAuthAlg: string | null;
  ikePfs: string | null;
  ipsecEncAlg: string | null;
  ipsecAuthAlg: string | null;
  ipsecPfs: string | null;
};

/** What is to be seen of a tunnel, looked up once for all rules. */
export type SeenTunnel = {
  tunnel: VpnTunnel;
  connection: VpnConnection;
  isIkeV1: boolean;
  words: TunnelWords;
  keyFacts: KeyFacts | null;
  /** Null where it is not in use. */
  bgp: BgpConfig | null;
};

/** A region as far as somebody may see it. */
export type InspectedRegion = {
  regionId: string;
  vpnConnections: readonly VpnConnection[];
  vpnGateways: ReadonlyMap<string, VpnGateway>;
  customerGateways: ReadonlyMap<string, CustomerGateway>;
};

export type Inspection = {
  regions: readonly InspectedRegion[];
  keyFactsOf: KeyFactsOf;
  /** Epoch milliseconds. */
  now: number;
  /** What has been found on connections alone, for the next time; without it nothing is remembered. */
  known?: WeakMap<VpnConnection, readonly Finding[]>;
};

/** Findings in portions, of which each takes little time: who wants them may do other work in between. */
export type Portions = Iterable<readonly Finding[]>;

/** With the same page in Chinese, where there is one. */
export type RuleReference = Reference & { inChinese?: Reference };

/** A rule needs one of these: the smallest that it can be told from. */
export type Rule = {
  id: RuleId;
  references: readonly RuleReference[];
  /** Sets connections beside each other: what it finds tells of others, too. */
  isOfSeveral?: true;
  /** Finds nothing where VPN gateways have not been read. */
  needsGateways?: true;
  /** Found on a tunnel alone; not asked again while its connection is the same object. */
  inTunnel?: (seen: SeenTunnel) => RuleFinding | null;
  /** Found on a connection alone; likewise. */
  inConnection?: (connection: VpnConnection, tunnels: readonly SeenTunnel[]) => RuleFinding | null;
  /** Found where connections meet each other, a gateway, or the clock. */
  inRegion?: (region: InspectedRegion, inspection: Inspection) => Portions;
  /** Found where connections of several regions meet. */
  inAccount?: (inspection: Inspection) => Portions;
};

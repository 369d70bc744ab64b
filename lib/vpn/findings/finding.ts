export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** All rules, in the order in which a table of them is read: IKE and IPsec, keys, redundancy, networks, BGP, gateways. */
export const RULE_IDS = [
  "ike-version-1",
  "ike-aggressive-mode",
  "encryption-des",
  "encryption-3des",
  "integrity-md5",
  "integrity-sha1",
  "dh-group-1",
  "dh-group-2",
  "dh-group-5",
  "dh-group-24",
  "pfs-disabled",
  "ike-lifetime-long",
  "ipsec-lifetime-long",
  "ipsec-lifetime-not-shorter",
  "psk-short",
  "psk-trivial",
  "psk-reused",
  "no-redundancy",
  "tunnels-same-peer",
  "tunnels-differ",
  "ikev1-multiple-subnets",
  "ikev1-main-fqdn",
  "peer-ike-differs",
  "subnet-overlap",
  "subnet-reserved",
  "dpd-off",
  "bgp-down",
  "bgp-same-asn",
  "bgp-cidr-duplicate",
  "gateway-expiring",
  "unattached",
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** What was seen: the name of a field of ours, and its value as the API spells it. */
export type Evidence = { field: string; value: string };

/** What a finding stands on: a standard, a guide or a page of Alibaba's. */
export type Reference = { title: string; url: string | null };

/** A finding without words: those come from the messages of its rule, in the language of who reads it. */
export type Finding = {
  rule: RuleId;
  severity: Severity;
  regionId: string;
  vpnConnectionId: string | null;
  vpnGatewayId: string | null;
  /** 1 or 2, as on the page; null where it is of the connection or of a gateway. */
  tunnel: number | null;
  /** Of the connection, or of the gateway where it is of no connection. */
  name: string;
  evidence: readonly Evidence[];
  /** What the words of the rule name; under `fields` paths of fields, joined by commas. */
  values: Readonly<Record<string, string | number>>;
};

/** How findings are ordered: the worst first. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

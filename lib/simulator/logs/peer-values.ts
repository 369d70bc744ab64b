import type { Cause } from "./cause";
import type { TunnelFacts } from "./tunnel";

const bits: Readonly<Record<string, number>> = {
  group1: 768,
  group2: 1024,
  group5: 1536,
  group14: 2048,
};

/** The strength of a DH group, as the daemons call it. */
export function bitsOf(group: string): number {
  return bits[group] ?? 2048;
}

/** Another value than that of Alibaba's side, which the device at the other end has. */
export function otherGroup(group: string): string {
  return group === "group14" ? "group2" : "group14";
}

/** Without host bits, and never the same. */
export function otherNetwork(network: string): string {
  const [address = "", length] = network.split("/");
  const [first, second, ...rest] = address.split(".");
  if (rest.length !== 2) return "2001:db8:ffff::/48";
  if (length === "0") return "10.0.0.0/8";
  return `${first}.${second}.0.0/${length === "16" ? 17 : 16}`;
}

/** What DiagnoseVpnConnections tells of the difference; of keys, and of silence, it tells nothing. */
export function mismatchOf(
  cause: Cause,
  facts: TunnelFacts,
): [local: string, remote: string] | null {
  const { ikeGroup, ipsecGroup, encryption, localNetwork, remoteNetwork, remote } = facts;
  const values: Partial<Record<Cause, [string, string]>> = {
    "dh-group": [ikeGroup, otherGroup(ikeGroup)],
    pfs: [ipsecGroup, otherGroup(ipsecGroup)],
    encryption: [encryption, encryption === "3des" ? "aes" : "3des"],
    subnets: [
      `${localNetwork} === ${remoteNetwork}`,
      `${localNetwork} === ${otherNetwork(remoteNetwork)}`,
    ],
    identity: [remote, "branch.example.com"],
  };
  return values[cause] ?? null;
}

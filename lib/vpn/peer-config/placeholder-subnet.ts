import type { Subnet } from "@/lib/vpn/peer-config/addresses";
import type { Meaning, Placeholder } from "@/lib/vpn/peer-config/said";

/** A network that nobody but the reader knows, a placeholder in each spelling. */
export function placeholderSubnet(what: string, isIpv6: boolean): Subnet {
  return {
    cidr: `REPLACE-${what}-CIDR`,
    network: `REPLACE-${what}-NETWORK`,
    mask: `REPLACE-${what}-MASK`,
    wildcard: `REPLACE-${what}-WILDCARD`,
    prefixLength: `REPLACE-${what}-PREFIX`,
    isIpv6,
  };
}

/** What is listed of it; `form` says which spelling is wanted. */
export function subnetPlaceholders(
  { cidr, network, mask, wildcard, prefixLength }: Subnet,
  meaning: Meaning,
): Placeholder[] {
  const forms = { cidr, network, mask, wildcard, prefixLength };
  return Object.entries(forms).map(([form, name]) => ({ name, meaning, values: { form } }));
}

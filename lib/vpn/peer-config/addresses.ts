import ipaddr from "ipaddr.js";
import { contains, networkOf } from "@/lib/vpn/networks";

/** A network in the spellings of the vendors' syntaxes; where it is not known each is a placeholder. */
export type Subnet = {
  /** `192.168.1.0/24`. */
  cidr: string;
  network: string;
  /** `255.255.255.0`; of IPv6 the prefix length. */
  mask: string;
  /** `0.0.0.255`; of IPv6 the prefix length. */
  wildcard: string;
  prefixLength: string;
  isIpv6: boolean;
};

/** An address as it is written everywhere, or null: also where it is none in particular. */
export function addressText(text: string | null): string | null {
  if (text === null || text.includes("/")) return null;
  const network = networkOf(text);
  if (network === null || network.bytes.every((byte) => byte === 0)) return null;
  return ipaddr.fromByteArray(network.bytes).toString();
}

/** `0.0.0.0/0` or `::/0`. */
export function isEverything({ prefixLength }: Subnet): boolean {
  return prefixLength === "0";
}

/** Whether the address is one of the network's; false where either is a placeholder. */
export function holds({ cidr }: Subnet, address: string): boolean {
  const [network, host] = [networkOf(cidr), networkOf(address)];
  return network !== null && host !== null && contains(network, host);
}

export function isIpv6(address: string): boolean {
  return address.includes(":");
}

/** With its host bits cleared; null where it is no network. */
export function subnetOf(cidr: string): Subnet | null {
  const found = networkOf(cidr);
  if (found === null) return null;
  const { bytes, prefixLength } = found;
  const mask = bytes.map((_, index) => maskByte(prefixLength - index * 8));
  const isLong = bytes.length === 16;
  const network = textOf(bytes.map((byte, index) => byte & (mask[index] ?? 0)));
  return {
    cidr: `${network}/${prefixLength}`,
    network,
    mask: isLong ? String(prefixLength) : textOf(mask),
    wildcard: isLong ? String(prefixLength) : textOf(mask.map((byte) => 255 - byte)),
    prefixLength: String(prefixLength),
    isIpv6: isLong,
  };
}

const textOf = (bytes: number[]) => ipaddr.fromByteArray(bytes).toString();

function maskByte(bits: number): number {
  return bits >= 8 ? 255 : bits <= 0 ? 0 : 256 - 2 ** (8 - bits);
}
